import type { ActionView, Channel, ContactPlanned, Objective, PartyView, StepView } from "nextsale/slim";
import { newId } from "nextsale/slim";

export type ContactAction = Extract<ActionView, { type: "contact" }>;

/** The contact that a step is, if it is one. */
export function contactOf(step: StepView | undefined): ContactAction | undefined {
  return step?.action.type === "contact" ? step.action : undefined;
}

/** The deal that a step is for. */
export function dealOf(step: StepView | undefined): string | undefined {
  return step?.subject.type === "deal" ? step.subject.deal : undefined;
}

/** The first of these steps that is a contact. */
export function firstContact(steps: readonly StepView[]): StepView | undefined {
  return steps.find((step) => step.action.type === "contact");
}

/** How and what for to contact somebody, for want of a proposal. */
export function usualContact(party: PartyView): { channel: Channel; objective: Objective } {
  const proposed = contactOf(firstContact(party.steps));
  const channel = proposed?.channel ?? party.preferences.channel ?? party.contactPoints[0]?.channel ?? "phone";
  return { channel, objective: proposed?.objective ?? "findOutInterest" };
}

/** A proposed contact as one that is planned for a time. */
export function planned(step: StepView, action: ContactAction, party: string, at: number): { type: "contactPlanned" } & ContactPlanned {
  const deal = dealOf(step);
  return {
    type: "contactPlanned",
    interaction: newId("interaction"),
    party,
    ...(deal && { deal }),
    at,
    minutes: step.minutes,
    channel: action.channel,
    objective: action.objective,
    why: action.why,
    ...(action.whyDetail && { whyDetail: action.whyDetail }),
    benefit: action.benefit,
    ...(action.desiredResult && { desiredResult: action.desiredResult }),
    commitment: "intended",
    origin: step.origin,
  };
}
