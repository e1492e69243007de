import type { Fact, Plan, PlanDraftView, PlanProblem } from "nextsale/slim";
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { LivePart } from "../part.ts";
import { count } from "../say/count.ts";
import { changeLines } from "./change-lines.ts";
import { fields } from "./controls.ts";
import { isObject, isWithin, type Json, listAt, pathOf, type Place, textOf, valueAt, withValue } from "./document.ts";
import { draftName } from "./draft.ts";
import type { Editing } from "./editing.ts";
import "./plan.css";
import { type Options, type PlanPart, parts } from "./specs.ts";
import "./trial-card.ts";

/** Where the whole text is edited. */
const textId = "plan-text";

/**
 * Changes the sales plan. What is written is a draft: it survives a reload, is checked with every keystroke, and comes
 * into force only when it is whole and somebody has seen what it changes.
 */
export class PlanEditor extends LivePart {
  readonly #open = new Set<string>();
  #text = "";
  #document: Json | undefined;
  #view: PlanDraftView | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    const kept = this.desk.drafts.get(draftName)?.["text"];
    this.#write(kept ?? JSON.stringify(this.desk.look({ type: "plan" }).plan, null, 2));
  }

  override render(): TemplateResult {
    const { plan } = this.desk.look({ type: "plan" });
    this.#view = this.desk.look({ type: "planDraft", text: this.#text });
    const { problems } = this.#view;
    return html`<section class="screen plan-editor">
      <header class="head">
        <div>
          <h1 tabindex="-1">Edit the sales plan</h1>
          <p class="sub">In force is <bdi>${plan.name}</bdi>, version ${plan.version}. Nothing changes before you adopt what you write here.</p>
        </div>
        <div class="actions"><a class="button" href="#/plan">Back to the plan</a></div>
      </header>
      ${this.#document === undefined ? nothing : this.#parts.map((part) => this.#renderPart(part))} ${this.#renderText(problems)}
      ${this.#renderEnd(this.#view)}
      <trial-card .desk=${this.desk} .text=${this.#text} .ready=${isReady(this.#view)}></trial-card>
    </section>`;
  }

  get #parts(): readonly PlanPart[] {
    return parts(textOf(valueAt(this.#document ?? null, ["currency"])));
  }

  #renderPart({ title, specs }: PlanPart): TemplateResult {
    const editing = this.#editing;
    const faults = specs.reduce((sum, { key }) => sum + editing.faults([key], "within").length, 0);
    const open = this.#open.has(title);
    return html`<details class="card fold" ?open=${open} @toggle=${(event: Event) => event.target === event.currentTarget && this.#turn(title, (event.target as HTMLDetailsElement).open)}>
      <summary><h2>${title}</h2>${faults === 0 ? nothing : html`<span class="chip warn">${count(faults, "problem")}</span>`}</summary>
      ${open ? fields(editing, [], specs) : nothing}
    </details>`;
  }

  #renderText(problems: readonly PlanProblem[]): TemplateResult {
    const open = this.#open.has(textId) || this.#document === undefined;
    return html`<details class="card fold" ?open=${open} @toggle=${(event: Event) => this.#turn(textId, (event.target as HTMLDetailsElement).open)}>
      <summary><h2>The whole as text</h2></summary>
      <div class="field">
        <label for=${textId}>Plan as JSON</label>
        <textarea id=${textId} class="code whole" spellcheck="false" aria-invalid=${problems.length > 0 ? "true" : nothing} .value=${live(this.#text)} @input=${this.#type}></textarea>
        <p class="hint">For experts: everything that a plan can say, ids and nested conditions included.</p>
      </div>
    </details>`;
  }

  #renderEnd(view: PlanDraftView): TemplateResult {
    const { problems, changes } = view;
    return html`<section class="card" aria-labelledby="changes-title">
      <h2 id="changes-title">What changes</h2>
      ${problems.length === 0 ? nothing : this.#renderProblems(problems)} ${changes.length === 0 ? html`<p class="sub">Nothing differs from the plan in force yet.</p>` : changeLines(changes)}
      <div class="actions">
        <button type="button" class="primary" ?disabled=${!isReady(view)} @click=${this.#adopt}>Adopt as version ${this.#nextVersion()}</button>
        <button type="button" ?disabled=${changes.length === 0 && problems.length === 0} @click=${this.#discard}>Discard the draft</button>
      </div>
      <p class="hint" role="status">${problems.length > 0 ? `Can't be adopted yet: ${count(problems.length, "problem")}.` : changes.length > 0 ? `${count(changes.length, "change")}, ready to be adopted.` : nothing}</p>
    </section>`;
  }

  #renderProblems(problems: readonly PlanProblem[]): TemplateResult {
    return html`<div class="faults">
      <p class="fault whole">The plan can't be adopted as it is: ${count(problems.length, "problem")}.</p>
      <ul class="rows tight">
        ${problems.map(
          ({ path, text }) => html`<li>
            <div><code><bdi>${path || "the document"}</bdi></code> <bdi>${text}</bdi></div>
            <button type="button" class="link" aria-label="Go to ${path || "the document"}" @click=${() => this.#goTo(path)}>Go there</button>
          </li>`,
        )}
      </ul>
    </div>`;
  }

  readonly #editing: Editing = (() => {
    // The arrow keeps `this`; lit asks for the parts only while it renders.
    const self = this;
    return {
      value: (place: Place) => valueAt(self.#document ?? null, place),
      set: (place: Place, value: Json | undefined) => self.#set(place, value),
      faults: (place: Place, reach: "here" | "within") => self.#faults(place, reach),
      sentence: (place: Place) => self.#view?.sentences.find(({ path }) => path === pathOf(place))?.text,
      isOpen: (place: Place) => self.#open.has(pathOf(place)),
      open: (place: Place, open: boolean) => self.#turn(pathOf(place), open),
      get facts() {
        return self.#view?.facts ?? [];
      },
      get stages(): Options {
        return self.#stages();
      },
    };
  })();

  #stages(): Options {
    const pipelines = listAt(this.#document ?? null, ["pipelines"]);
    return pipelines.flatMap((pipeline) => listAt(pipeline, ["stages"])).flatMap((stage) => {
      const id = isObject(stage) ? textOf(stage["id"]) : "";
      return id === "" ? [] : [[id, (isObject(stage) && textOf(stage["name"])) || id] as const];
    });
  }

  #faults(place: Place, reach: "here" | "within"): readonly string[] {
    const here = pathOf(place);
    const found = (this.#view?.problems ?? []).filter(({ path }) => (reach === "here" ? path === here : isWithin(path, here)));
    return found.map(({ text }) => upperFirst(text));
  }

  #set(place: Place, value: Json | undefined): void {
    const around = place.slice(0, -1);
    const fields = valueAt(this.#document ?? null, around);
    // A group whose last field goes, goes too: an empty one would ask for all of its fields.
    if (value === undefined && typeof around.at(-1) === "string" && isObject(fields) && Object.keys(fields).length === 1) return this.#set(around, undefined);
    this.#write(JSON.stringify(withValue(this.#document, place, value), null, 2));
  }

  readonly #type = ({ target }: Event): void => this.#write((target as HTMLTextAreaElement).value);

  #write(text: string): void {
    this.#text = text;
    try {
      this.#document = JSON.parse(text) as Json;
    } catch {
      // The controls go away until the text is a document again; the engine says what is wrong with it.
      this.#document = undefined;
    }
    const untouched = text === JSON.stringify(this.desk.look({ type: "plan" }).plan, null, 2);
    if (untouched) this.desk.drafts.forget(draftName);
    else this.desk.drafts.keep(draftName, { text });
    this.requestUpdate();
  }

  #turn(name: string, open: boolean): void {
    if (open) this.#open.add(name);
    else this.#open.delete(name);
    this.requestUpdate();
  }

  /** Unfolds everything around a place and goes to the nearest control. */
  #goTo(path: string): void {
    const part = this.#parts.find(({ specs }) => specs.some(({ key }) => isWithin(path, key)));
    this.#open.add(part?.title ?? textId);
    for (const { index } of path.matchAll(/(?=\.)|(?<=\])|$/g)) this.#open.add(path.slice(0, index));
    this.requestUpdate();
    void this.updateComplete.then(() => {
      const around = [...this.querySelectorAll<HTMLElement>("[data-place]")].filter(({ dataset }) => isWithin(path, dataset["place"] ?? ""));
      const nearest = around.at(-1) ?? this.querySelector<HTMLElement>(`#${textId}`);
      const control = nearest?.matches("textarea") ? nearest : nearest?.querySelector<HTMLElement>("input, select, textarea, summary, button");
      control?.focus();
    });
  }

  #nextVersion(): number {
    const written = isObject(this.#document) ? this.#document["version"] : undefined;
    const next = this.desk.look({ type: "plan" }).plan.version + 1;
    return typeof written === "number" && written > next ? written : next;
  }

  readonly #adopt = (): void => {
    const version = this.#nextVersion();
    try {
      const plan = withValue(this.#document, ["version"], version) as unknown as Plan;
      this.desk.record({ type: "planAdopted", plan } as Fact, `Adopted version ${version} of the sales plan`);
      this.desk.drafts.forget(draftName);
      location.hash = "#/plan";
    } catch (problem) {
      this.desk.sayTrouble(problem);
    }
  };

  readonly #discard = (): void => {
    this.#write(JSON.stringify(this.desk.look({ type: "plan" }).plan, null, 2));
    this.desk.say({ text: "The draft is gone; the plan in force is as it was.", tone: "done", undoable: false });
  };
}

/** Whether it can be adopted, and would change something. */
function isReady({ problems, changes }: PlanDraftView): boolean {
  return problems.length === 0 && changes.length > 0;
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

customElements.define("plan-editor", PlanEditor);
