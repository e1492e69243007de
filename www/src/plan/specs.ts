// What can be changed in a plan without writing JSON, in the order in which it is shown. What stands here is layout: whether
// a value is right is for the engine to say.
import { channels, choices, objectives, pipelines, weekdays, whys } from "../say/names.ts";
import { minorForm } from "../promotion/forms.ts";
import type { Json, JsonObject } from "./document.ts";
import { quotePart, scoreParts } from "./score-specs.ts";

export type Options = readonly (readonly [value: string, words: string])[];

interface Named {
  readonly key: string;
  readonly label: string;
  readonly hint?: string;
}

/** How a value is written that is kept in another form, such as an amount. */
export interface Form {
  show(value: Json | undefined): string;
  /** What was typed; of what stood there before, nothing is lost that the field can't show. */
  read(text: string, before: Json | undefined): Json | undefined;
  /** What is wrong with it, where the page can say it better than the engine. */
  fault?(value: Json | undefined): string | undefined;
  readonly type?: "datetime-local";
  readonly inputMode?: "decimal" | "numeric";
  readonly rows?: number;
}

export type Spec = Named &
  (
    | { readonly as: "text" | "area" | "lines" | "hours" | "span" | "date" | "condition" }
    | { readonly as: "number"; readonly unit?: string }
    | { readonly as: "own"; readonly form: Form }
    | { readonly as: "choice"; readonly options: Options | "stages"; readonly none?: string }
    /** Several of a list, in an order that counts. */
    | { readonly as: "picks"; readonly options: Options | "stages" }
    | { readonly as: "group"; readonly specs: readonly Spec[] }
    /** One of several shapes, told apart by their `type`. */
    | { readonly as: "shape"; readonly shapes: readonly (readonly [type: string, words: string, specs: readonly Spec[], made: JsonObject | undefined])[] }
    /** Something for each of several names; of a `whole` one none may be missing. */
    | { readonly as: "map"; readonly one: string; readonly options: Options; readonly whole?: true; readonly specs: readonly Spec[]; readonly made: JsonObject }
    | { readonly as: "list"; readonly one: string; readonly title: string; readonly specs: readonly Spec[]; readonly made: (number: number) => Json }
  );

const names = (options: Readonly<Record<string, string>>): Options => choices(options);

const howSpecs: readonly Spec[] = [
  { as: "picks", key: "channels", label: "How, best first", options: names(channels) },
  { as: "lines", key: "benefits", label: "What they gain from it", hint: "One on each line; the first that differs from last time is used" },
  { as: "area", key: "desiredResult", label: "What a good result would be" },
];

const contactSpecs: readonly Spec[] = [{ as: "choice", key: "objective", label: "What for", options: names(objectives) }, ...howSpecs];

const pointMade = (number: number): JsonObject => ({
  id: `contact-${number}`, afterDays: 7, channels: ["phone", "email"], objective: "findOutInterest", benefits: [], desiredResult: "",
});

const stageSpecs: readonly Spec[] = [
  { as: "text", key: "name", label: "Name" },
  { as: "text", key: "purpose", label: "Purpose" },
  { as: "condition", key: "enter", label: "What must be true to enter it" },
  { as: "lines", key: "actions", label: "What to do in it", hint: "One on each line" },
  { as: "number", key: "idealDays", label: "Ideal time, in days" },
  { as: "number", key: "staleAfterDays", label: "Stale after, in days", hint: "Working days without a contact in which both spoke" },
  { as: "number", key: "chancePercent", label: "Chance of a sale from here, in percent" },
  { as: "picks", key: "next", label: "Where it can go next", options: "stages" },
  { as: "list", key: "pointsOfContact", label: "Points of contact", one: "point of contact", title: "desiredResult", made: pointMade, specs: [
    { as: "number", key: "afterDays", label: "Days after the stage was entered" },
    ...contactSpecs,
  ] },
];

const stageMade = (number: number): JsonObject => ({
  id: `stage-${number}`, name: "", purpose: "", idealDays: 14, staleAfterDays: 30, chancePercent: 10, next: [],
});

const proposals: Extract<Spec, { as: "shape" }>["shapes"] = [
  ["contact", "Contact them", [
    { as: "choice", key: "why", label: "Why", options: names(whys) },
    ...contactSpecs,
    { as: "number", key: "afterDays", label: "Days later" },
    { as: "choice", key: "anchor", label: "Later than", options: [["now", "Now"], ["lastContact", "The last contact"], ["stageEntered", "The stage was entered"]] },
  ], { type: "contact", channels: ["phone", "email"], objective: "findOutInterest", why: "signal", benefits: [], desiredResult: "", afterDays: 0, anchor: "now" }],
  ["park", "Park them", [
    { as: "text", key: "reason", label: "Reason" },
    { as: "number", key: "days", label: "Look again after, in days" },
  ], { type: "park", reason: "", days: 90 }],
  ["decide", "Decide something", [{ as: "text", key: "question", label: "What to decide" }], { type: "decide", question: "" }],
  ["move", "Move to another stage", [{ as: "choice", key: "to", label: "Where to", options: "stages" }], { type: "move", to: "" }],
];

const ruleSpecs: readonly Spec[] = [
  { as: "text", key: "name", label: "Name", hint: "What the rule does, in words" },
  { as: "picks", key: "covers", label: "For", options: names(pipelines) },
  { as: "condition", key: "when", label: "When" },
  { as: "shape", key: "propose", label: "Propose", shapes: proposals },
  { as: "number", key: "liftPercent", label: "How much it counts, in percent of its worth", hint: "100 is as it is worth; more comes sooner" },
];

/** A part of the editor, with the words that head it. */
export interface PlanPart {
  readonly title: string;
  readonly specs: readonly Spec[];
}

const worthPart = (currency: string): PlanPart => (
  { title: "Name and worth", specs: [
    { as: "text", key: "name", label: "Name of the plan" },
    { as: "text", key: "currency", label: "Currency", hint: "Such as EUR" },
    { as: "own", key: "typicalWorth", label: `Worth of a sale while nobody knows better, in ${currency}`, form: minorForm(currency) },
    { as: "list", key: "worthTiers", label: "Dearer sales take longer", one: "tier", title: "from", made: () => ({ from: 0, idealPercent: 100 }), specs: [
      { as: "own", key: "from", label: `From a worth of, in ${currency}`, form: minorForm(currency) },
      { as: "number", key: "idealPercent", label: "Ideal time, in percent" },
    ] },
  ] }
);

const stepParts: readonly PlanPart[] = [
  { title: "Stages", specs: [
    { as: "list", key: "pipelines", label: "Pipelines", one: "pipeline", title: "covers", made: (number) => ({ id: `pipeline-${number}`, covers: "lead", start: "", stages: [] }), specs: [
      { as: "text", key: "name", label: "Name" },
      { as: "choice", key: "covers", label: "What moves through it", options: names(pipelines) },
      { as: "condition", key: "takes", label: "Which it takes", hint: "Where there are several for the same: the first that takes it has it" },
      { as: "choice", key: "start", label: "Where everything begins", options: "stages" },
      { as: "list", key: "stages", label: "Stages", one: "stage", title: "name", made: stageMade, specs: stageSpecs },
    ] },
  ] },
  { title: "Rules", specs: [
    { as: "list", key: "rules", label: "Rules", one: "rule", title: "name", specs: ruleSpecs, made: (number) => ({
      id: `rule-${number}`, name: "", covers: ["lead"], when: { fact: "score", atLeast: 50 }, liftPercent: 100, propose: proposals[0]?.[3] ?? null,
    }) },
  ] },
];

const timeParts: readonly PlanPart[] = [
  { title: "Limits", specs: [
    { as: "group", key: "limits", label: "", specs: [
      { as: "list", key: "caps", label: "Caps", one: "cap", title: "channel", made: () => ({ most: 3, days: 14 }), specs: [
        { as: "number", key: "most", label: "At most so many contacts" },
        { as: "number", key: "days", label: "Within so many days" },
        { as: "choice", key: "channel", label: "On this channel", none: "All together", options: names(channels) },
      ] },
      { as: "number", key: "gapHours", label: "At least so many hours between two contacts" },
      { as: "group", key: "afterNoAnswer", label: "After no answer", specs: [
        { as: "number", key: "firstHours", label: "Hours after the first" },
        { as: "number", key: "growthPercent", label: "Each further one, in percent of the one before" },
        { as: "number", key: "mostHours", label: "At most so many hours" },
      ] },
      { as: "span", key: "quietHours", label: "Quiet hours", hint: "By their own clock, such as 20:00–08:00" },
      { as: "group", key: "fatigue", label: "What a person bears, over all channels and all of us", specs: [
        { as: "number", key: "budget", label: "At most so many points" },
        { as: "number", key: "days", label: "Within so many days" },
        { as: "group", key: "weights", label: "Points of a contact", specs: choices(channels).map(([key, label]): Spec => ({ as: "number", key, label })) },
      ] },
      { as: "picks", key: "contactDays", label: "Days for contacts", options: names(weekdays) },
      { as: "picks", key: "consentRequired", label: "Only with consent", options: names(channels) },
    ] },
  ] },
  { title: "The day", specs: [
    { as: "group", key: "day", label: "", specs: [
      { as: "group", key: "hours", label: "Working hours", specs: choices(weekdays).map(([key, label]): Spec => ({ as: "hours", key, label })) },
      { as: "list", key: "breaks", label: "Breaks", one: "break", title: "name", made: () => ({ name: "Lunch", hours: { from: "12:30", to: "13:00" } }), specs: [
        { as: "text", key: "name", label: "Name" },
        { as: "span", key: "hours", label: "From and to", hint: "Such as 12:30–13:00" },
      ] },
      { as: "group", key: "minutes", label: "Minutes that a contact takes", specs: choices(channels).map(([key, label]): Spec => ({ as: "number", key, label })) },
      { as: "group", key: "travelMinutes", label: "Minutes of travel or rest, before and after", specs: choices(channels).map(([key, label]): Spec => ({ as: "number", key, label })) },
      { as: "number", key: "otherMinutes", label: "Minutes that other steps take" },
      { as: "number", key: "otherPercent", label: "What they count beside a contact, in percent" },
      { as: "number", key: "switchMinutes", label: "Minutes to change from one channel to another" },
    ] },
  ] },
  { title: "Holidays", specs: [
    { as: "list", key: "holidays", label: "Holidays", one: "holiday", title: "name", made: () => ({ name: "", date: "--01-01" }), specs: [
      { as: "text", key: "name", label: "Name" },
      { as: "text", key: "date", label: "Day", hint: "2026-12-25, or --12-25 for every year" },
      { as: "lines", key: "zones", label: "Only in these time zones", hint: "One on each line; none means everywhere" },
    ] },
  ] },
  { title: "Keeping in touch", specs: [
    { as: "list", key: "rhythm", label: "Rhythm by segment", one: "segment", title: "name", specs: [
      { as: "text", key: "name", label: "Name" },
      { as: "condition", key: "when", label: "Who belongs to it" },
      { as: "number", key: "idealDays", label: "Days between contacts, ideally" },
      { as: "number", key: "longestDays", label: "Days between contacts, at the longest" },
      ...contactSpecs,
    ], made: (number) => ({
      id: `segment-${number}`, name: "", when: { fact: "wonDeals", atLeast: 1 }, idealDays: 60, longestDays: 120, channels: ["phone", "email"], objective: "thank",
      benefits: [], desiredResult: "",
    }) },
    { as: "number", key: "lapsedAfterDays", label: "A customer has to be won back after so many days without a word or a purchase", hint: "365 if nothing is said" },
    { as: "number", key: "rapportDays", label: "A personal note is too old to begin with after so many days", hint: "365 if nothing is said" },
  ] },
  { title: "Complaints", specs: [{ as: "group", key: "complaints", label: "", specs: howSpecs }] },
];

/** What a salesperson may change of a plan that counts in a currency. */
export function parts(currency: string): readonly PlanPart[] {
  return [worthPart(currency), ...stepParts, ...scoreParts, ...timeParts, quotePart];
}
