import { html, LitElement, nothing, type TemplateResult } from "lit";
import { icon } from "../icon/icon.ts";
import type { Screen } from "../route.ts";
import { often, type Place, sometimes } from "./places.ts";
import { Wide } from "./wide.ts";

/** The way to every screen: beside the page, or below it on a phone. */
export class MainNav extends LitElement {
  static override properties = { screen: { attribute: false } };

  declare screen: Screen;

  readonly #wide = new Wide(this);

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override render(): TemplateResult {
    return html`
      <nav aria-label="Screens">
        <ul>
          ${often.map((place) => this.#item(place))}
          ${this.#wide.yes ? sometimes.map((place) => this.#item(place)) : this.#more()}
        </ul>
      </nav>
    `;
  }

  #item({ screen, name, icon: drawing }: Place): TemplateResult {
    return html`<li>
      <a href="#/${screen}" aria-current=${screen === this.screen ? "page" : nothing} @click=${this.#closeMore}>
        ${icon(drawing)}<span>${name}</span>
      </a>
    </li>`;
  }

  #more(): TemplateResult {
    const here = sometimes.some(({ screen }) => screen === this.screen);
    return html`<li>
      <button type="button" popovertarget="more-places" aria-current=${here ? "true" : nothing}>${icon("more")}<span>More</span></button>
      <ul id="more-places" popover class="menu">
        ${sometimes.map((place) => this.#item(place))}
        <li><button type="button" @click=${this.#askHelp}>${icon("help")}<span>Keyboard and help</span></button></li>
      </ul>
    </li>`;
  }

  readonly #closeMore = (): void => {
    this.querySelector<HTMLElement>("#more-places:popover-open")?.hidePopover();
  };

  readonly #askHelp = (): void => {
    this.#closeMore();
    this.dispatchEvent(new CustomEvent("ask-help", { bubbles: true }));
  };
}

customElements.define("main-nav", MainNav);
