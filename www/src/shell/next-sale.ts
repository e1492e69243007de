import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import type { BookName, Desk } from "../desk/desk.ts";
import { chosenBook, openDesk, removeSample } from "../desk/open-desk.ts";
import { icon } from "../icon/icon.ts";
import { editLink, prepareLink, readRoute, type Route } from "../route.ts";
import type { LogDialog } from "../contact/log-dialog.ts";
import "../contact/log-dialog.ts";
import type { HelpDialog } from "./help-dialog.ts";
import "./help-dialog.ts";
import "./main-nav.ts";
import "./message-line.ts";
import type { PaletteDialog } from "./palette-dialog.ts";
import { rememberParty } from "./recent.ts";
import { workOffline } from "./offline.ts";
import "./save-banner.ts";
import { fetchScreen, screenOf, titleOf } from "./screens.ts";
import { type Act, listenForShortcuts } from "./shortcuts.ts";

/** The page: opens the book, shows the screen of the address, and has at hand what is needed on every screen. */
export class NextSale extends LitElement {
  #desk: Desk | undefined;
  #problem: string | undefined;
  #route: Route = readRoute(location.hash);
  /** Where the user goes, while the screen is still fetched. */
  #heading = this.#route;
  /** The address of the screen that is shown. */
  #address = location.hash;
  #takeOver: (() => void) | undefined;
  #stop: (() => void)[] = [];

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const routed = (): void => void this.#goTo(readRoute(location.hash));
    addEventListener("hashchange", routed);
    addEventListener("beforeunload", this.#warn);
    this.#stop = [
      () => removeEventListener("hashchange", routed),
      () => removeEventListener("beforeunload", this.#warn),
      listenForShortcuts((act) => this.#act(act)),
      fetchPaletteAtFirstKey(),
    ];
    void this.#open(chosenBook());
    void workOffline((takeOver) => {
      this.#takeOver = takeOver;
      this.requestUpdate();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.#stop) stop();
    this.#desk?.close();
  }

  override render(): TemplateResult {
    const desk = this.#desk;
    if (this.#problem !== undefined) return this.#renderProblem(this.#problem);
    if (desk === undefined) return html`<main class="opening" aria-busy="true"><p>Opening your book …</p></main>`;
    // Another book is another page: nothing of what was shown or typed may be carried over.
    return html`${keyed(desk, this.#renderPage(desk))}`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    document.title = titleOf(this.#route, this.#desk);
  }

  #renderPage(desk: Desk): TemplateResult {
    return html`
      <button type="button" class="skip" @click=${this.#skip}>Skip to the content</button>
      ${this.#renderBar(desk)}
      <main-nav .screen=${this.#route.screen} @ask-help=${() => this.#act("help")}></main-nav>
      <main id="content" tabindex="-1" @open-sample=${() => this.#open("sample")}>
        <save-banner .desk=${desk}></save-banner>
        ${this.#renderNewer()} ${this.#renderSample()} ${screenOf(this.#route, desk)}
      </main>
      <message-line .desk=${desk}></message-line>
      <log-dialog .desk=${desk}></log-dialog>
      <help-dialog></help-dialog>
      <palette-dialog .desk=${desk}></palette-dialog>
    `;
  }

  #renderBar(desk: Desk): TemplateResult {
    const { undoable, redoable } = desk;
    return html`<header class="bar">
      <a class="brand" href="#/today" aria-label="nextsale"><img src="./icon.svg" alt="" width="28" height="28" /><span>nextsale</span></a>
      <div class="actions">
        <button type="button" class="quiet round" aria-label="Find people, screens and actions" title="Find (Ctrl+K)" @click=${() => this.#act("palette")}>${icon("search")}</button>
        <button type="button" class="quiet undo" aria-label="Undo" ?disabled=${undoable === undefined} title=${undoable ?? "Nothing to undo in this tab"} @click=${() => desk.undo()}>
          ${icon("undo")}<span>Undo</span>
        </button>
        <button type="button" class="quiet round" aria-label="Redo" ?disabled=${redoable === undefined} title=${redoable ?? "Nothing to do again"} @click=${() => desk.redo()}>
          ${icon("redo")}
        </button>
        <button type="button" class="quiet round wide-only" aria-label="Keyboard and help" @click=${() => this.#act("help")}>${icon("help")}</button>
        <button type="button" class="primary" @click=${() => this.#act("log")}>${icon("log")}<span>Log<span class="wide-only"> a contact</span></span></button>
      </div>
    </header>`;
  }

  #renderSample(): TemplateResult | typeof nothing {
    if (this.#desk?.bookName !== "sample") return nothing;
    return html`<div class="banner sample">
      <p><strong>This is sample data</strong> in a book of its own. Try anything: your own book is not touched.</p>
      <button type="button" @click=${this.#leaveSample}>Remove the sample</button>
    </div>`;
  }

  #renderNewer(): TemplateResult | typeof nothing {
    if (this.#takeOver === undefined) return nothing;
    return html`<div class="banner" role="status">
      <p>A newer version of this page is ready.</p>
      <button type="button" @click=${this.#takeOver}>Use it now</button>
    </div>`;
  }

  #renderProblem(problem: string): TemplateResult {
    return html`<main class="opening">
      <h1>Your book could not be opened</h1>
      <p><bdi>${problem}</bdi></p>
      <p>Nothing in it was changed. The page needs the browser's storage: in a private window, or with site data blocked, there is none.</p>
      <div class="actions">
        <button type="button" class="primary" @click=${() => this.#open(chosenBook())}>Try again</button>
        <button type="button" @click=${() => this.#open(chosenBook(), false)}>Go on without saving</button>
      </div>
    </main>`;
  }

  async #open(bookName: BookName, lasting = this.#desk?.lasting ?? true): Promise<void> {
    const before = this.#desk;
    try {
      const [desk] = await Promise.all([openDesk(bookName, lasting), fetchScreen(this.#route.screen)]);
      desk.onChange(() => this.requestUpdate());
      this.#desk = desk;
      this.#problem = undefined;
      before?.close();
      if (before !== undefined) void this.#goTo({ screen: "today" });
    } catch (problem) {
      this.#problem = problem instanceof Error ? problem.message : String(problem);
    }
    this.requestUpdate();
  }

  readonly #leaveSample = async (): Promise<void> => {
    const lasting = this.#desk?.lasting ?? true;
    await this.#open("nextsale");
    if (lasting) removeSample();
    this.#desk?.say({ text: "The sample is gone.", tone: "done", undoable: false });
  };

  async #goTo(route: Route): Promise<void> {
    this.#heading = route;
    const fetched = await fetchScreen(route.screen).then(() => true, () => false);
    // Whoever went on meanwhile does not want to be brought back.
    if (this.#heading !== route) return;
    if (!fetched) return this.#stay();
    this.#route = route;
    if (route.screen === "party" && this.#desk !== undefined) rememberParty(this.#desk.bookName, route.party);
    if (readRoute(location.hash).screen !== route.screen) history.replaceState(null, "", `#/${route.screen}`);
    this.#address = location.hash;
    this.requestUpdate();
    await this.updateComplete;
    const screen = this.querySelector<LitElement>("#content > [data-screen]");
    await screen?.updateComplete;
    scrollTo(0, 0);
    // Whoever can't see the page must hear where they are now.
    (screen?.querySelector("h1") ?? this.querySelector<HTMLElement>("#content"))?.focus();
  }

  /** Where we were before, with the address of it, when a screen can't be had. */
  #stay(): void {
    history.replaceState(null, "", this.#address === "" ? "#/today" : this.#address);
    this.#heading = this.#route;
    this.#desk?.say({ text: "That part of the page could not be fetched. Try again when there is a network.", tone: "trouble", undoable: false });
  }

  #act(act: Act): void {
    // Keys can be faster than screens: where the address is now is where the user is.
    const route = readRoute(location.hash);
    const party = "party" in route ? route.party : undefined;
    if (act === "palette") void this.#find();
    else if (act === "undo") this.#desk?.undo();
    else if (act === "redo") this.#desk?.redo();
    else if (act === "help") this.querySelector<HelpDialog>("help-dialog")?.open();
    else if (act === "log") this.querySelector<LogDialog>("log-dialog")?.open(party);
    else if (act === "log-other") this.querySelector<LogDialog>("log-dialog")?.open(undefined);
    else if (act === "next") this.querySelector<LogDialog>("log-dialog")?.plan(party);
    else if (act === "move") this.#unfold("stage-moves button");
    else if (act === "park") this.#unfold("park-form input");
    else if (act === "edit") location.hash = party === undefined ? location.hash : editLink(party);
    else if (act === "prepare") location.hash = party === undefined ? location.hash : prepareLink(party);
    else if (act === "search") this.#search();
    else location.hash = `#/${act}`;
  }

  /** Goes to a control of the screen, wherever it is folded away. */
  #unfold(control: string): void {
    const found = this.querySelector<HTMLElement>(`#content ${control}`);
    found?.closest("details")?.setAttribute("open", "");
    found?.focus();
  }

  async #find(): Promise<void> {
    const text = customElements.get("palette-dialog") === undefined ? await typedWhile(fetchPalette()) : "";
    if (text === undefined) return this.#stay();
    this.querySelector<PaletteDialog>("palette-dialog")?.open({ route: readRoute(location.hash), act: (act) => this.#act(act) }, text);
  }

  #search(): void {
    const field = this.querySelector<HTMLInputElement>("leads-screen input[type=search]");
    if (field !== null) return field.focus();
    addEventListener("hashchange", () => setTimeout(() => this.#search()), { once: true });
    location.hash = "#/leads";
  }

  readonly #skip = (): void => {
    this.querySelector<HTMLElement>("#content")?.focus();
  };

  readonly #warn = (event: BeforeUnloadEvent): void => {
    const desk = this.#desk;
    if (desk === undefined) return;
    if (desk.status.unsaved > 0 || (!desk.lasting && desk.look({ type: "book" }).entries > 0)) event.preventDefault();
  };
}

function fetchPalette(): Promise<unknown> {
  return import("./palette-dialog.ts");
}

/** What is typed until something is there, which it is meant for; undefined where it can't be had. */
async function typedWhile(coming: Promise<unknown>): Promise<string | undefined> {
  let text = "";
  const hear = (event: KeyboardEvent): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.key.length === 1 && !event.ctrlKey && !event.metaKey) text += event.key;
  };
  addEventListener("keydown", hear, { capture: true });
  const came = await coming.then(() => true, () => false);
  removeEventListener("keydown", hear, { capture: true });
  return came ? text : undefined;
}

/** Whoever uses the keyboard will want it, and then without a wait. Gives back what stops the listening. */
function fetchPaletteAtFirstKey(): () => void {
  const listen = (): void => void fetchPalette().catch(() => undefined);
  addEventListener("keydown", listen, { once: true });
  return () => removeEventListener("keydown", listen);
}

customElements.define("next-sale", NextSale);
