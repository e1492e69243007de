import type { Estimate, Interval, OutcomeView } from "nextsale/slim";
import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from "lit";
import { count } from "../say/count.ts";
import "./effect.css";

/** What is drawn: a value, its interval where there is one, and what they are called. */
interface Bar {
  readonly name: string;
  readonly value: number;
  readonly interval: Interval | null;
  readonly kind: "with" | "without" | "difference";
}

/**
 * With it, without it, and the difference, each with its 95 % interval. Places are in percent of the width, so that
 * nothing but the lines grows and shrinks with the screen; all words stand beside the drawing, and in a table under it.
 */
export function intervalChart(outcome: OutcomeView, arm: string, control: string): TemplateResult {
  const say = (value: number): string => sayValue(outcome, value);
  const both: readonly Bar[] = [bar(arm, outcome.with, "with"), bar(control, outcome.without, "without")];
  const difference: Bar = { name: "Difference", value: outcome.difference, interval: outcome.interval, kind: "difference" };
  const high = Math.max(...both.flatMap(ends), 0) || 1;
  const low = Math.min(...both.flatMap(ends), 0);
  const reach = Math.max(...ends(difference).map(Math.abs)) || 1;
  return html`<figure class="chart">
    <figcaption><bdi>${nameOf(outcome)}</bdi></figcaption>
    <div aria-hidden="true">
      ${both.map((one) => row(one, (value) => ((value - low) / (high - low)) * 100, say(one.value)))}
      ${row(difference, (value) => 50 + (value / reach) * 50, sayDifference(outcome, outcome.difference))}
    </div>
    <div class="figures">
      <table>
        <thead><tr><th scope="col">Group</th><th scope="col" class="amount">Value</th><th scope="col" class="amount">95 % interval</th></tr></thead>
        <tbody>
          ${[[arm, outcome.with] as const, [control, outcome.without] as const].map(([name, estimate]) => html`<tr>
            <th scope="row"><bdi>${name}</bdi> <span class="sub">${count(estimate.customers, "customer")}</span></th><td class="amount">${say(estimate.value)}</td>
            <td class="amount">${sayInterval(estimate.interval, say)}</td>
          </tr>`)}
          <tr><th scope="row">Difference</th><td class="amount">${sayDifference(outcome, outcome.difference)}</td><td class="amount">${sayInterval(outcome.interval, (value) => sayDifference(outcome, value))}</td></tr>
          ${outcome.uplift === null
            ? nothing
            : html`<tr><th scope="row">As a share</th><td class="amount">${sayShare(outcome.uplift)}</td><td class="amount">${sayInterval(outcome.upliftInterval, sayShare)}</td></tr>`}
        </tbody>
      </table>
    </div>
    <p class="verdict ${outcome.verdict}"><bdi>${outcome.text.replace(`${outcome.outcome}: `, "")}</bdi></p>
  </figure>`;
}

function bar(name: string, { value, interval }: Estimate, kind: Bar["kind"]): Bar {
  return { name, value, interval, kind };
}

function ends({ value, interval }: Bar): readonly number[] {
  return interval === null ? [value] : [value, interval.low, interval.high];
}

function row(one: Bar, place: (value: number) => number, words: string): TemplateResult {
  const percent = (value: number): string => `${Math.min(100, Math.max(0, place(value))).toFixed(2)}%`;
  return html`<div class="interval ${one.kind}">
    <span><bdi>${one.name}</bdi></span>
    <svg width="100%" height="26" focusable="false">${drawing(one, percent)}</svg>
    <span class="amount">${words}</span>
  </div>`;
}

function drawing({ value, interval, kind }: Bar, percent: (value: number) => string): SVGTemplateResult {
  const zero = percent(0);
  return svg`
    <line class="axis" x1="0" x2="100%" y1="13" y2="13" />
    <line class="zero" x1=${zero} x2=${zero} y1="0" y2="26" />
    ${interval === null ? nothing : svg`
      <line class="whisker" x1=${percent(interval.low)} x2=${percent(interval.high)} y1="13" y2="13" />
      <line class="end" x1=${percent(interval.low)} x2=${percent(interval.low)} y1="7" y2="19" />
      <line class="end" x1=${percent(interval.high)} x2=${percent(interval.high)} y1="7" y2="19" />`}
    <circle class=${kind} cx=${percent(value)} cy="13" r="5.5" />
  `;
}

const kinds: Partial<Record<OutcomeView["kind"], string>> = {
  converted: "Bought", cameBack: "Came back", visited: "Visited", worth: "Worth of a customer", visits: "Visits of a customer",
};

/** What was looked at: in our words, where it is not called otherwise. */
export function nameOf({ outcome, kind }: OutcomeView): string {
  return outcome === kind ? (kinds[kind] ?? outcome) : outcome;
}

type Measured = Pick<OutcomeView, "kind" | "currency">;

function isRate({ kind }: Measured): boolean {
  return kind !== "worth" && kind !== "visits" && kind !== "otherAmount";
}

/** A rate as percent, a worth as money, other amounts as they are: each for one customer. */
export function sayValue(measured: Measured, value: number): string {
  if (isRate(measured)) return `${figures(value * 100)} %`;
  if (measured.currency !== null) return new Intl.NumberFormat(undefined, { style: "currency", currency: measured.currency }).format(value);
  return figures(value);
}

export function sayDifference(measured: Measured, value: number): string {
  const sign = value > 0 ? "+" : "";
  return isRate(measured) ? `${sign}${figures(value * 100)} points` : `${sign}${sayValue(measured, value)}`;
}

export function sayInterval(interval: Interval | null, say: (value: number) => string): string {
  return interval === null ? "not enough data" : `${say(interval.low)} to ${say(interval.high)}`;
}

function sayShare(value: number): string {
  return `${value > 0 ? "+" : ""}${figures(value * 100)} %`;
}

function figures(value: number): string {
  return value.toLocaleString(undefined, { maximumFractionDigits: 2 });
}
