import { html, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import type { Desk } from "../desk/desk.ts";
import "../leads/leads-screen.ts";
import type { Route, Screen } from "../route.ts";
import "../today/today-screen.ts";

/** Screens that are fetched when they are first gone to: the first visit needs Today, and soon the leads. */
const later: Partial<Record<Screen, () => Promise<unknown>>> = {
  party: () => import("../party/party-screen.ts"),
  board: () => import("../board/board-screen.ts"),
  add: () => import("../lead/lead-screen.ts"),
  prepare: () => import("../prepare/prepare-screen.ts"),
  edit: () => import("../lead/lead-screen.ts"),
  import: () => import("../import/import-screen.ts"),
  history: () => import("../history/history-screen.ts"),
  duplicates: () => import("../duplicates/duplicates-screen.ts"),
  week: () => import("../week/week-screen.ts"),
  backup: () => import("../backup/backup-screen.ts"),
  plan: () => import("../plan/plan-screen.ts"),
  editPlan: () => import("../plan/plan-editor.ts"),
  promotions: () => import("../promotion/promotions-screen.ts"),
  promotion: () => import("../promotion/promotion-editor.ts"),
  quote: () => import("../quote/quote-screen.ts"),
  effect: () => import("../effect/effect-screen.ts"),
};

/** Makes sure that a screen is there to be shown. */
export async function fetchScreen(screen: Screen): Promise<void> {
  await later[screen]?.();
}

/** The screen that an address shows. */
export function screenOf(route: Route, desk: Desk): TemplateResult {
  switch (route.screen) {
    case "today":
      return html`<today-screen data-screen .desk=${desk}></today-screen>`;
    case "leads":
      return html`<leads-screen data-screen .desk=${desk}></leads-screen>`;
    case "board":
      return html`<board-screen data-screen .desk=${desk} .covers=${route.covers}></board-screen>`;
    case "party":
      return html`<party-screen data-screen .desk=${desk} .party=${route.party}></party-screen>`;
    case "prepare":
      return html`<prepare-screen data-screen .desk=${desk} .party=${route.party}></prepare-screen>`;
    case "add":
      return html`<lead-screen data-screen .desk=${desk} .party=${undefined}></lead-screen>`;
    case "edit":
      return html`<lead-screen data-screen .desk=${desk} .party=${route.party}></lead-screen>`;
    case "import":
      return html`<import-screen data-screen .desk=${desk}></import-screen>`;
    case "history":
      return html`<history-screen data-screen .desk=${desk}></history-screen>`;
    case "backup":
      return html`<backup-screen data-screen .desk=${desk}></backup-screen>`;
    case "plan":
      return html`<plan-screen data-screen .desk=${desk}></plan-screen>`;
    case "editPlan":
      return html`<plan-editor data-screen .desk=${desk}></plan-editor>`;
    case "duplicates":
      return html`<duplicates-screen data-screen .desk=${desk}></duplicates-screen>`;
    case "week":
      return html`<week-screen data-screen .desk=${desk}></week-screen>`;
    case "promotions":
      return html`<promotions-screen data-screen .desk=${desk}></promotions-screen>`;
    case "promotion":
      return html`${keyed(route.promotion ?? route.example, html`<promotion-editor data-screen .desk=${desk} .promotion=${route.promotion} .example=${route.example}></promotion-editor>`)}`;
    case "quote":
      return html`${keyed(route.deal, html`<quote-screen data-screen .desk=${desk} .deal=${route.deal} .customer=${route.customer}></quote-screen>`)}`;
    case "effect":
      return html`<effect-screen data-screen .desk=${desk} .about=${route.about}></effect-screen>`;
    case "nowhere":
      return html`<section data-screen class="screen">
        <h1 tabindex="-1">There is nothing here</h1>
        <p>The address does not lead to a screen. <a href="#/today">Go to Today</a></p>
      </section>`;
  }
}

const names: Record<Exclude<Route["screen"], "party">, string> = {
  today: "Today", leads: "Leads", board: "Board", add: "Add a lead", edit: "Edit", prepare: "Prepare", import: "Import", history: "History", backup: "Backup", week: "Week", duplicates: "Duplicates", plan: "Sales plan", editPlan: "Edit the sales plan",
  promotions: "Promotions", promotion: "Edit a promotion", quote: "Quote", effect: "What works",
  nowhere: "Nothing here",
};

/** What the window is called, so that tabs and the history of the browser can be told apart. */
export function titleOf(route: Route, desk: Desk | undefined): string {
  const place = route.screen === "party" ? nameOf(route.party, desk) : names[route.screen];
  return `${place} – nextsale${desk?.bookName === "sample" ? " (sample)" : ""}`;
}

function nameOf(party: string, desk: Desk | undefined): string {
  try {
    return desk?.look({ type: "party", party }).name ?? "…";
  } catch {
    // The screen itself says that there is nobody by this id.
    return "Nobody";
  }
}
