import type { Channel, Commitment, Fact, Objective, PartyId, Why } from "nextsale/slim";

/** A contact of the sample that lies ahead. */
interface Ahead {
  readonly party: PartyId;
  /** How many working days from the first that still has an afternoon. */
  readonly days: number;
  readonly clock: readonly [hours: number, minutes: number];
  readonly minutes: number;
  readonly channel: Channel;
  readonly objective: Objective;
  readonly why: Why;
  readonly benefit: string;
  readonly desiredResult: string;
  readonly commitment: Commitment;
}

const ahead: readonly Ahead[] = [
  {
    party: "p_sample11", days: 0, clock: [14, 30], minutes: 45, channel: "phone", objective: "demonstrate", why: "theyAsked", commitment: "appointment",
    benefit: "Sees two finished houses planned her way", desiredResult: "She names a site to begin with",
  },
  {
    party: "p_sample12", days: 1, clock: [10, 0], minutes: 20, channel: "phone", objective: "findOutInterest", why: "signal", commitment: "intended",
    benefit: "Knows what the monthly plan costs for one practice", desiredResult: "We know who decides, and by when",
  },
  {
    party: "p_sample10", days: 2, clock: [11, 0], minutes: 30, channel: "phone", objective: "askForFeedback", why: "feedback", commitment: "appointment",
    benefit: "Has whatever bothers the workshop put right early", desiredResult: "A mark from one to ten, and what would make it a ten",
  },
  {
    party: "p_sample1", days: 3, clock: [14, 0], minutes: 20, channel: "phone", objective: "findOutInterest", why: "pointOfContact", commitment: "intended",
    benefit: "Gets the recipe cost sheet from the fair", desiredResult: "He says whether it is worth a closer look",
  },
];

/** Contacts of the next working days, seen from a moment: some agreed on, some only intended. */
export function plannedContacts(now: number): readonly Fact[] {
  const days = workingDays(now, Math.max(...ahead.map((contact) => contact.days)) + 1);
  return ahead.flatMap(({ days: after, clock: [hours, minutes], minutes: long, ...contact }, index): Fact[] => {
    const day = days[after];
    if (day === undefined) return [];
    const at = new Date(day.getFullYear(), day.getMonth(), day.getDate(), hours, minutes).getTime();
    return [{ type: "contactPlanned", interaction: `i_sample_ahead${index}`, at, minutes: long, ...contact }];
  });
}

/** The next working days, from the first of which the afternoon still lies ahead. */
function workingDays(now: number, many: number): readonly Date[] {
  const day = new Date(now);
  if (day.getHours() >= 14) day.setDate(day.getDate() + 1);
  const found: Date[] = [];
  for (; found.length < many; day.setDate(day.getDate() + 1)) {
    if (day.getDay() !== 0 && day.getDay() !== 6) found.push(new Date(day));
  }
  return found;
}
