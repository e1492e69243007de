// What the score is made of, what we ask, what answers hesitations, and what follows from quotes: the parts of a plan that
// say how much something counts.
import { buyingPoints, channels, choices, followed, hesitationKinds, objectives, signals, sourceMethods, topics } from "../say/names.ts";
import type { Options, PlanPart, Spec } from "./specs.ts";

const points = (key: string, label: string): Spec => ({ as: "number", key, label });

const laneChoices: Options = [
  ["bestCombination", "Those that together are best for the customer"],
  ["bestOne", "The one that is best for the customer"], ["bestOnEachLine", "On each line the one that takes most off it"],
  ["inOrder", "All, one after the other"], ["firstOne", "The first that gives anything"],
];

/** How much everything counts. */
export const scoreParts: readonly PlanPart[] = [
  { title: "Score", specs: [
    { as: "group", key: "score", label: "", specs: [
      points("fitMost", "At most for answers"),
      points("intentMost", "At most for signals"),
      points("referred", "For who was referred"),
      points("customer", "For who has bought before"),
      points("noAnswerPenalty", "Off if nobody answers"),
      points("noAnswerPenaltyMost", "Off for that at most"),
      { as: "group", key: "bands", label: "From how many points on a lead is", specs: [points("hot", "Hot"), points("warm", "Warm"), points("cool", "Cool")] },
      { as: "group", key: "sources", label: "Points for how they came to us", specs: choices(sourceMethods).map(([key, label]) => points(key, label)) },
    ] },
  ] },
  { title: "Signals", specs: [
    { as: "group", key: "signals", label: "", specs: [
      { as: "number", key: "buyingPointDays", label: "Days for which a signal tells how far they are" },
      { as: "map", key: "kinds", label: "What they do, and what it counts", one: "a signal", options: choices(signals), made: { points: 5, halfLifeDays: 21 }, specs: [
        { as: "number", key: "points", label: "Points when it is fresh", hint: "Less than 0 if it speaks against a sale" },
        { as: "number", key: "halfLifeDays", label: "Counts for half after so many days" },
        { as: "choice", key: "shows", label: "What it shows", none: "Nothing in particular", options: choices(buyingPoints) },
      ] },
    ] },
  ] },
  { title: "Questions", specs: [
    { as: "group", key: "qualification", label: "", specs: [
      { as: "number", key: "freshDays", label: "An answer has to be confirmed after so many days" },
      { as: "map", key: "topics", label: "What we find out", one: "a topic", options: choices(topics), whole: true, made: { yes: 10, partly: 5, no: -5, question: "" }, specs: [
        { as: "text", key: "question", label: "The question to ask" },
        points("yes", "Points for yes"), points("partly", "Points for partly"), points("no", "Points for no"),
      ] },
    ] },
  ] },
  { title: "Hesitations", specs: [
    { as: "map", key: "hesitations", label: "What holds them back, and what answers it", one: "a hesitation", options: choices(hesitationKinds), made: { benefits: [], question: "" }, specs: [
      { as: "text", key: "question", label: "What to ask, to understand what is behind it" },
      { as: "lines", key: "benefits", label: "What they gain that answers it, best first", hint: "One on each line; the first that differs from last time is used" },
    ] },
    { as: "group", key: "rejections", label: "Steps that we turned down", specs: [
      { as: "number", key: "quietDays", label: "Days without the same proposal" },
      { as: "number", key: "prior", label: "Steps that each rule has in hand", hint: "The more, the less it weighs that one was turned down" },
    ] },
  ] },
];

/** How quotes are counted, and what follows from them. */
export const quotePart: PlanPart = { title: "Quotes", specs: [
  { as: "group", key: "quotes", label: "", specs: [
    { as: "choice", key: "rounding", label: "Half a minor unit goes", none: "As usual: away from zero", options: [["halfAwayFromZero", "Away from zero"], ["halfEven", "To the even number"], ["halfDown", "Towards zero"], ["againstBuyer", "Never off the price"]] },
    { as: "choice", key: "rounded", label: "Of a percentage is rounded", none: "As usual: what is taken off", options: [["reduction", "What is taken off"], ["price", "What is left"]] },
    { as: "choice", key: "remainder", label: "Odd minor units go to", none: "As usual: what lost most in rounding", options: [["largestRemainder", "Lines that lost most in rounding"], ["firstLines", "The first lines"]] },
    { as: "list", key: "lanes", label: "Lanes of promotions, one after the other", one: "lane", title: "id", made: (number) => ({ id: `lane-${number}` }), specs: [
      { as: "text", key: "name", label: "Name" },
      { as: "text", key: "id", label: "Id by which promotions name it", hint: "“usual” is that of promotions that name none" },
      { as: "choice", key: "choose", label: "Which of its promotions apply", none: "As usual: the best combination", options: laneChoices },
    ] },
    { as: "map", key: "follows", label: "What follows, where a promotion says nothing of its own", one: "a gift", options: choices(followed), made: { afterDays: 7, objective: "askForFeedback", benefit: "" }, specs: [
      { as: "choice", key: "objective", label: "What for", options: choices(objectives) },
      { as: "choice", key: "channel", label: "How", none: "As they prefer", options: choices(channels) },
      { as: "number", key: "afterDays", label: "Days after the quote was accepted" },
      { as: "number", key: "beforeEndDays", label: "Or days before what was given ends" },
      { as: "area", key: "benefit", label: "What they gain from it" },
      { as: "area", key: "desiredResult", label: "What a good result would be" },
      { as: "area", key: "need", label: "The need that comes up then" },
    ] },
  ] },
] };
