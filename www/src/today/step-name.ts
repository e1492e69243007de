import type { StepView } from "nextsale/slim";

/** What makes a step the same one after the day was planned anew. */
export function stepName({ subject, action }: StepView): string {
  const about = subject.type === "deal" ? subject.deal : subject.party;
  return `${about} ${action.type} ${action.type === "contact" ? `${action.interaction ?? ""} ${action.objective}` : ""}`;
}
