import type { PartyView } from "nextsale/slim";
import type { Desk } from "../desk/desk.ts";
import type { IconName } from "../icon/icon.ts";
import { editLink, partyLink, type Route } from "../route.ts";
import { choices, pipelines, standings } from "../say/names.ts";
import { recentParties } from "./recent.ts";
import { often, sometimes } from "./places.ts";
import type { Act } from "./shortcuts.ts";

/** Something that the palette offers. */
export interface Command {
  readonly words: string;
  /** What sort of thing it is. */
  readonly kind: string;
  readonly icon: IconName;
  run(): void;
}

/** Where we are, and how things are done from there. */
export interface Doing {
  readonly route: Route;
  act(act: Act): void;
}

const onThisScreen = "On this screen";
const FOUND = 8;
const LOOKED_THROUGH = 500;

/** What fits what was typed: what can be done here first, then people, then screens. */
export function commandsFor(desk: Desk, doing: Doing, text: string): readonly Command[] {
  const here = aboutParty(desk, doing);
  if (text.trim() === "") return [...here, ...recent(desk), ...screens(doing)].slice(0, 24);
  const general = [...here, ...onScreen(here), ...screens(doing)];
  const fitting = general.flatMap((command) => {
    const fit = likeness(command.words, text);
    return fit === undefined ? [] : [{ command, fit }];
  });
  const ranked = fitting.toSorted((one, other) => one.fit - other.fit);
  const isFirst = ({ command, fit }: (typeof ranked)[number]): boolean => here.includes(command) || (command.kind === onThisScreen && fit === 0);
  const first = ranked.filter(isFirst).map(({ command }) => command);
  return [...first, ...people(desk, text.trim()), ...ranked.map(({ command }) => command).filter((command) => !first.includes(command))];
}

/** What the screen has buttons for, where their words tell which is meant and no other command does the same. */
function onScreen(others: readonly Command[]): Command[] {
  const named = new Map<string, HTMLElement | undefined>(others.map(({ words }) => [words, undefined]));
  for (const control of document.querySelectorAll<HTMLElement>("#content button:not([type=submit], :disabled), #content a.button, #content summary")) {
    const words = (control.getAttribute("aria-label") ?? control.textContent).replaceAll(/\s+/g, " ").trim();
    named.set(words, named.has(words) || words === "" ? undefined : control);
  }
  return [...named].flatMap(([words, control]) => (control === undefined ? [] : [{ words, kind: onThisScreen, icon: "forward", run: () => press(control) }]));
}

function press(control: HTMLElement): void {
  for (let fold = control.parentElement?.closest("details"); fold != null; fold = fold.parentElement?.closest("details")) fold.open = true;
  control.focus();
  control.click();
}

function screens({ act }: Doing): Command[] {
  const go = (hash: string) => (): void => void (location.hash = hash);
  return [
    ...[...often, ...sometimes].map(({ name, screen, icon }): Command => ({ words: name, kind: "Screen", icon, run: go(`#/${screen}`) })),
    ...choices(pipelines).map(([kind, name]): Command => ({ words: `Board: ${name}`, kind: "Screen", icon: "board", run: go(`#/board/${kind}`) })),
    { words: "New promotion", kind: "Action", icon: "promotions", run: go("#/promotions/new") },
    { words: "What works: the effect of promotions", kind: "Screen", icon: "promotions", run: go("#/effect") },
    { words: "Edit the sales plan", kind: "Screen", icon: "plan", run: go("#/plan/edit") },
    { words: "Log a contact with somebody", kind: "Action", icon: "log", run: () => act("log-other") },
    { words: "Undo the last change", kind: "Action", icon: "undo", run: () => act("undo") },
    { words: "Keyboard and help", kind: "Help", icon: "help", run: () => act("help") },
  ];
}

/** What can be done about whoever is on the screen. */
function aboutParty(desk: Desk, { route, act }: Doing): Command[] {
  const party = viewOf(desk, route);
  if (party === undefined) return [];
  const kind = party.name;
  const command = (words: string, icon: IconName, run: () => void): Command => ({ words, kind, icon, run });
  return [
    command("Log a contact", "log", () => act("log")),
    command("Prepare for a contact", "check", () => act("prepare")),
    command("Plan a contact", "clock", () => act("next")),
    ...party.stage.moves.map(({ to }) => command(`Move to ${to.name}`, "board", () => move(desk, party, to.id, to.name))),
    ...(party.parked === null ? [command("Park for now", "pause", () => act("park"))] : []),
    command("Edit", "more", () => void (location.hash = editLink(party.party))),
  ];
}

function move(desk: Desk, { party, name }: PartyView, to: string, stage: string): void {
  try {
    desk.record({ type: "stageMoved", subject: { type: "party", party }, to }, `${name} moved to ${stage}`);
  } catch (problem) {
    desk.sayTrouble(problem);
  }
}

function viewOf(desk: Desk, route: Route): PartyView | undefined {
  try {
    return "party" in route ? desk.look({ type: "party", party: route.party }) : undefined;
  } catch {
    // Gone since, or an address that somebody typed.
    return undefined;
  }
}

function recent(desk: Desk): Command[] {
  return recentParties(desk.bookName).flatMap((party) => {
    const view = viewOf(desk, { screen: "party", party });
    return view === undefined ? [] : [toParty(party, view.name, "Seen lately")];
  });
}

/** By the engine's own search; where that finds few, by letters that stand in the name in this order. */
function people(desk: Desk, text: string): Command[] {
  const { rows } = desk.look({ type: "leads", search: text, limit: FOUND });
  const known = new Set(rows.map(({ party }) => party));
  const more = rows.length >= 3 || text.length < 3 ? [] : desk.look({ type: "leads", limit: LOOKED_THROUGH }).rows.filter(({ party, name }) => !known.has(party) && likeness(name, text) !== undefined);
  return [...rows, ...more].slice(0, FOUND).map(({ party, name, organisation, standing }) => toParty(party, name, organisation ?? standings[standing]));
}

function toParty(party: string, name: string, kind: string): Command {
  return { words: name, kind, icon: "leads", run: () => void (location.hash = partyLink(party)) };
}

/** How far what was typed is from these words: nothing left out is 0. Undefined if its letters do not stand there in order. */
export function likeness(words: string, typed: string): number | undefined {
  const all = fold(words);
  const wanted = fold(typed).replaceAll(" ", "");
  const whole = all.indexOf(fold(typed).trim());
  if (whole >= 0) return whole === 0 || all[whole - 1] === " " ? 0 : 1;
  let at = -1;
  let gaps = 0;
  for (const letter of wanted) {
    const next = all.indexOf(letter, at + 1);
    if (next < 0) return undefined;
    // A letter that begins a word is meant, however far it is.
    if (next > at + 1 && all[next - 1] !== " ") gaps += 1;
    at = next;
  }
  return gaps > 2 ? undefined : 2 + gaps;
}

function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{Mark}/gu, "").toLowerCase();
}
