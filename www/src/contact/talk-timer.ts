import { html, type TemplateResult } from "lit";
import type { Sheet } from "../form/sheet.ts";
import { Part } from "../part.ts";

/** Who is talking: the fields that their minutes are counted in. */
const sides = { listeningSeconds: "Listening", talkingSeconds: "Talking" } as const;
export type Side = keyof typeof sides;

/** The field of the sheet that holds whose turn it is and since when; so the clock goes on across a reload. */
const running = "timer";

/** Two buttons for a conversation: whose turn it is. The minutes go into the fields, where they can be put right by hand. */
export class TalkTimer extends Part {
  static override properties = { ...Part.properties, sheet: { attribute: false } };

  declare sheet: Sheet;

  #tick: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#tick = setInterval(() => turnOf(this.sheet) !== undefined && this.requestUpdate(), 1000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#tick);
  }

  override render(): TemplateResult {
    const turn = turnOf(this.sheet);
    return html`<div class="actions" role="group" aria-label="Who is talking">
      ${(Object.keys(sides) as Side[]).map(
        (side) => html`<button type="button" aria-pressed=${turn?.side === side ? "true" : "false"} @click=${() => this.#press(side)}>
          ${sides[side]} <span class="clock">${clock(secondsOf(this.sheet, side))}</span>
        </button>`,
      )}
    </div>`;
  }

  #press(side: Side): void {
    const before = turnOf(this.sheet);
    settle(this.sheet);
    if (before?.side !== side) this.sheet.set(running, `${side} ${Date.now()}`);
    this.requestUpdate();
    this.dispatchEvent(new Event("timed", { bubbles: true }));
  }
}

/** The seconds of a side so far, with those that are running. */
export function secondsOf(sheet: Sheet, side: Side): number {
  const turn = turnOf(sheet);
  const passed = turn?.side === side ? Math.max(0, Date.now() - turn.since) / 1000 : 0;
  const minutes = Number(sheet.value(side));
  return Math.round((Number.isNaN(minutes) ? 0 : minutes) * 60 + passed);
}

/** Writes what has run into the field, and stops. */
export function settle(sheet: Sheet): void {
  const turn = turnOf(sheet);
  if (turn === undefined) return;
  sheet.set(turn.side, String(Math.round((secondsOf(sheet, turn.side) / 60) * 100) / 100));
  sheet.set(running, "");
}

function turnOf(sheet: Sheet): { readonly side: Side; readonly since: number } | undefined {
  const [side, since] = sheet.value(running).split(" ");
  return side !== undefined && side in sides && since !== undefined ? { side: side as Side, since: Number(since) } : undefined;
}

function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

customElements.define("talk-timer", TalkTimer);
