import type { ReactiveController, ReactiveControllerHost } from "lit";

/** Tells an element whether there is room for more than a phone has, and when that changes. */
export class Wide implements ReactiveController {
  readonly #query: MediaQueryList;
  readonly #hear: () => void;

  constructor(host: ReactiveControllerHost, width = "48rem") {
    this.#query = matchMedia(`(min-width: ${width})`);
    this.#hear = () => host.requestUpdate();
    host.addController(this);
  }

  get yes(): boolean {
    return this.#query.matches;
  }

  hostConnected(): void {
    this.#query.addEventListener("change", this.#hear);
  }

  hostDisconnected(): void {
    this.#query.removeEventListener("change", this.#hear);
  }
}
