import type { Desk } from "../desk/desk.ts";

/** The name under which the draft of a plan is kept. */
export const draftName = "plan";

/** Begins to edit with this text, and goes there. */
export function editPlan(desk: Desk, text: string): void {
  desk.drafts.keep(draftName, { text });
  location.hash = "#/plan/edit";
}
