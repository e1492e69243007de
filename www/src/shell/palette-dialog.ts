import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../icon/icon.ts";
import { Part } from "../part.ts";
import "./palette.css";
import { type Command, commandsFor, type Doing } from "./palette-commands.ts";

/** Finds people, goes to screens and does things by a few letters. */
export class PaletteDialog extends Part {
  #doing: Doing | undefined;
  #text = "";
  #at = 0;

  /** Opens it, with what was typed already: what can be done depends on where we are. */
  open(doing: Doing, text = ""): void {
    this.#doing = doing;
    this.#text = text;
    this.#at = 0;
    // At once: the very next key is meant for the field.
    this.requestUpdate();
    this.performUpdate();
    if (!this.isOpen) this.querySelector("dialog")?.showModal();
    this.querySelector("input")?.focus();
  }

  override render(): TemplateResult {
    const commands = this.#doing === undefined ? [] : commandsFor(this.desk, this.#doing, this.#text);
    this.#at = Math.min(this.#at, Math.max(0, commands.length - 1));
    return html`<dialog class="palette" aria-label="Find and do" @close=${this.#closed} @click=${this.#aside}>
      <div class="find">
        ${icon("search")}
        <input
          type="text" role="combobox" aria-label="Find people, screens and actions" aria-expanded="true" aria-controls="palette-list" aria-autocomplete="list"
          aria-activedescendant=${commands.length === 0 ? nothing : `palette-${this.#at}`} autocomplete="off" dir="auto" placeholder="A name, a screen, something to do"
          .value=${this.#text} @input=${this.#type} @keydown=${(event: KeyboardEvent) => this.#press(event, commands)}
        />
        <button type="button" class="quiet round" aria-label="Close" @click=${this.#close}>${icon("close")}</button>
      </div>
      <ul id="palette-list" role="listbox" aria-label="Found">
        ${commands.map((command, at) => this.#renderCommand(command, at))}
      </ul>
      <p class="hint" role="status">${commands.length === 0 ? "Nothing found." : nothing}</p>
    </dialog>`;
  }

  #renderCommand(command: Command, at: number): TemplateResult {
    // Options are no controls of their own: the focus stays in the field.
    return html`<li id="palette-${at}" role="option" aria-selected=${at === this.#at ? "true" : "false"} @click=${() => this.#do(command)}>
      ${icon(command.icon)} <span><bdi>${command.words}</bdi></span> <small>${command.kind}</small>
    </li>`;
  }

  readonly #type = (event: Event): void => {
    event.stopPropagation();
    this.#text = (event.target as HTMLInputElement).value;
    this.#at = 0;
    this.requestUpdate();
  };

  #press(event: KeyboardEvent, commands: readonly Command[]): void {
    const last = commands.length - 1;
    const command = commands[this.#at];
    if (event.key === "ArrowDown") this.#at = this.#at >= last ? 0 : this.#at + 1;
    else if (event.key === "ArrowUp") this.#at = this.#at <= 0 ? Math.max(0, last) : this.#at - 1;
    else if (event.key === "Enter" && command !== undefined && !event.isComposing) return event.preventDefault(), this.#do(command);
    else return;
    event.preventDefault();
    this.requestUpdate();
    void this.updateComplete.then(() => this.querySelector(`#palette-${this.#at}`)?.scrollIntoView({ block: "nearest" }));
  }

  #do(command: Command): void {
    this.#close();
    command.run();
  }

  readonly #close = (): void => this.querySelector("dialog")?.close();

  readonly #aside = (event: Event): void => {
    if (event.target instanceof HTMLDialogElement) this.#close();
  };

  readonly #closed = (): void => {
    if (this.isOpen) return;
    this.#doing = undefined;
    this.requestUpdate();
  };
}

customElements.define("palette-dialog", PaletteDialog);
