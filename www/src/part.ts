import { LitElement } from "lit";
import type { Desk } from "./desk/desk.ts";

/**
 * An element of the page. It renders into itself rather than into a shadow tree: one style sheet, labels, ids, print
 * and the browser's own search then reach everything, and a host that wants shadow needs it only around the outermost.
 */
export abstract class Part extends LitElement {
  static override properties: Record<string, object> = { desk: { attribute: false } };

  declare desk: Desk;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** Whether its dialog is open. The browser tells of a closing late, when the dialog may have been opened again. */
  protected get isOpen(): boolean {
    return this.querySelector("dialog")?.open === true;
  }
}

/** A part that shows answers of the engine, and so renders again after every change. */
export abstract class LivePart extends Part {
  #stop: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stop = this.desk.onChange(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
  }
}
