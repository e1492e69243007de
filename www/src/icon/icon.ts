import { type SVGTemplateResult, svg, html, type TemplateResult } from "lit";

/** Line drawings on a field of 24 by 24. They always stand beside words, or in a control that has a name. */
const drawings = {
  today: svg`<path d="M5 5h14a1 1 0 0 1 1 1v13a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1ZM8 3v4M16 3v4M4 10h16M9 15l2 2 4-4" />`,
  leads: svg`<path d="M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2.5 20a6.5 6.5 0 0 1 13 0M16 4.3a3.5 3.5 0 0 1 0 6.4M18 14a6.5 6.5 0 0 1 3.5 6" />`,
  board: svg`<path d="M4 5h4v14H4zM10 5h4v9h-4zM16 5h4v11h-4z" />`,
  week: svg`<path d="M4 5h16v15H4zM8 3v4M16 3v4M4 10h16M9 10v10M15 10v10" />`,
  add: svg`<path d="M10 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM3.5 20a6.5 6.5 0 0 1 13 0M19 7v6M16 10h6" />`,
  import: svg`<path d="M12 3v11M8 10l4 4 4-4M4 15v4a1 1 0 0 0 1 1h14a1 1 0 0 0 1-1v-4" />`,
  history: svg`<path d="M4 12a8 8 0 1 0 2.5-5.8M4 4v4h4M12 8v4.5l3 2" />`,
  backup: svg`<path d="M12 3 5 6v5c0 4.6 2.9 8.2 7 10 4.1-1.8 7-5.4 7-10V6l-7-3ZM9 12l2 2 4-4" />`,
  plan: svg`<path d="M6 21a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM18 7a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM8 19h7a3.5 3.5 0 0 0 0-7H9a3.5 3.5 0 0 1 0-7h7" />`,
  promotions: svg`<path d="M4 4h8l9 9-8 8-9-9V4ZM8.5 8.5v.01" />`,
  log: svg`<path d="M14 4 20 10 9 21H3v-6L14 4ZM12 6l6 6" />`,
  undo: svg`<path d="M8 5 4 9l4 4M4 9h10a6 6 0 0 1 0 12h-3" />`,
  redo: svg`<path d="m16 5 4 4-4 4M20 9H10a6 6 0 0 0 0 12h3" />`,
  search: svg`<path d="M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM16 16l5 5" />`,
  help: svg`<path d="M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM9.5 9.5a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.9-1.1 1.8M12 17v.01" />`,
  more: svg`<path d="M5 12v.01M12 12v.01M19 12v.01" />`,
  phone: svg`<path d="M5 3h4l2 5-2.5 1.5a11 11 0 0 0 6 6L16 13l5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 5a2 2 0 0 1 2-2Z" />`,
  email: svg`<path d="M4 5h16a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1ZM3.5 6.5 12 13l8.5-6.5" />`,
  inPerson: svg`<path d="M12 21s7-6.2 7-11.5a7 7 0 0 0-14 0C5 14.8 12 21 12 21ZM12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z" />`,
  social: svg`<path d="M4 5h16a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1h-9l-5 4v-4H4a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1ZM8 10h8M8 13h5" />`,
  postal: svg`<path d="M3 10.5 12 4l9 6.5V20H3v-9.5ZM3.5 11 12 16l8.5-5" />`,
  print: svg`<path d="M7 9V3h10v6M6 18H4a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1h16a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1h-2M7 14h10v7H7z" />`,
  back: svg`<path d="m14 6-6 6 6 6" />`,
  forward: svg`<path d="m10 6 6 6-6 6" />`,
  close: svg`<path d="m6 6 12 12M18 6 6 18" />`,
  clock: svg`<path d="M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 7v5l3 2" />`,
  plus: svg`<path d="M12 5v14M5 12h14" />`,
  check: svg`<path d="m5 12 5 5 9-10" />`,
  pause: svg`<path d="M9 5v14M15 5v14" />`,
} as const satisfies Record<string, SVGTemplateResult>;

export type IconName = keyof typeof drawings;

export function icon(name: IconName): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${drawings[name]}</svg>`;
}
