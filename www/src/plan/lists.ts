import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../icon/icon.ts";
import { count } from "../say/count.ts";
import { faultLines, fields, select } from "./controls.ts";
import { isObject, type Json, type JsonObject, type Place, pathOf, textOf } from "./document.ts";
import type { Editing } from "./editing.ts";
import type { Spec } from "./specs.ts";

type List = Extract<Spec, { as: "list" }>;
type Keyed = Extract<Spec, { as: "map" }>;

/** Things that can be opened, put in another order, taken out and added. */
export function list(editing: Editing, place: Place, spec: List): TemplateResult {
  const value = editing.value(place);
  const things = Array.isArray(value) ? (value as readonly Json[]) : [];
  const add = (): void => {
    const taken = new Set(things.map((thing) => (isObject(thing) ? thing["id"] : undefined)));
    let made = spec.made(things.length + 1);
    for (let number = things.length + 2; isObject(made) && made["id"] !== undefined && taken.has(made["id"]); number += 1) made = spec.made(number);
    editing.set(place, [...things, made]);
    editing.open([...place, things.length], true);
  };
  return html`<section class="list" data-place=${pathOf(place)} aria-label=${spec.label}>
    ${place.length > 1 ? html`<h3>${spec.label}</h3>` : nothing} ${faultLines(editing.faults(place, "here"))}
    ${things.map((thing, at) => item(editing, place, spec, things, thing, at))}
    <button type="button" class="quiet" @click=${add}>${icon("plus")}<span>Add a ${spec.one}</span></button>
  </section>`;
}

function item(editing: Editing, list: Place, spec: List, things: readonly Json[], thing: Json, at: number): TemplateResult {
  const place = [...list, at];
  const name = titleOf(spec, thing, at);
  const move = (by: number): void => {
    const without = things.toSpliced(at, 1);
    editing.open(place, false);
    editing.set(list, without.toSpliced(at + by, 0, thing));
    editing.open([...list, at + by], true);
  };
  return folded(editing, place, name, html`${fields(editing, place, spec.specs)}
    <div class="actions">
      <button type="button" class="quiet" ?disabled=${at === 0} aria-label="Up: ${name}" @click=${() => move(-1)}>Up</button>
      <button type="button" class="quiet" ?disabled=${at === things.length - 1} aria-label="Down: ${name}" @click=${() => move(1)}>Down</button>
      <button type="button" class="quiet" aria-label="Take out: ${name}" @click=${() => editing.set(place, undefined)}>Take out</button>
    </div>`);
}

/** Something for each of several names: those that are there, and a choice of those that are not. */
export function map(editing: Editing, place: Place, spec: Keyed): TemplateResult {
  const value = editing.value(place);
  const things: JsonObject = isObject(value) ? value : {};
  const wordsOf = new Map(spec.options);
  // What the engine doesn't know has to be seen too, to be taken out.
  const keys = [...spec.options.map(([key]) => key).filter((key) => key in things), ...Object.keys(things).filter((key) => !wordsOf.has(key))];
  const left = spec.options.filter(([key]) => !(key in things));
  const add = (key: string): void => {
    if (key === "") return;
    editing.set([...place, key], spec.made);
    editing.open([...place, key], true);
  };
  return html`<section class="list" data-place=${pathOf(place)} aria-label=${spec.label}>
    <h3>${spec.label}</h3> ${faultLines(editing.faults(place, "here"))}
    ${keys.map((key) => {
      const name = wordsOf.get(key) ?? key;
      const stays = spec.whole === true && wordsOf.has(key);
      return folded(editing, [...place, key], name, html`${fields(editing, [...place, key], spec.specs)}
        ${stays ? nothing : html`<div class="actions"><button type="button" class="quiet" aria-label="Take out: ${name}" @click=${() => editing.set([...place, key], undefined)}>Take out</button></div>`}`);
    })}
    ${left.length === 0 ? nothing : html`<div class="field">${select(`${pathOf(place)}-add`, [["", `Add ${spec.one} …`], ...left], "", add, undefined, undefined, `Add ${spec.one}`)}</div>`}
  </section>`;
}

/** Something with its name, what it says in words and what is wrong in it, to be opened. */
function folded(editing: Editing, place: Place, name: string, body: TemplateResult): TemplateResult {
  const faults = editing.faults(place, "within").length;
  const sentence = editing.sentence(place);
  return html`<details class="item" data-place=${pathOf(place)} ?open=${editing.isOpen(place)} @toggle=${(event: Event) => event.target === event.currentTarget && editing.open(place, (event.target as HTMLDetailsElement).open)}>
    <summary>
      <span><strong><bdi>${name}</bdi></strong> ${faults === 0 ? nothing : html`<span class="chip warn">${count(faults, "problem")}</span>`}
      ${sentence === undefined ? nothing : html`<span class="sub"><bdi>${sentence}</bdi></span>`}</span>
    </summary>
    ${editing.isOpen(place) ? html`${faultLines(editing.faults(place, "here"))} ${body}` : nothing}
  </details>`;
}

function titleOf(spec: List, thing: Json, at: number): string {
  const value = (name: string): Json | undefined => (isObject(thing) ? thing[name] : undefined);
  const title = textOf(value("name")) || textOf(value(spec.title));
  const words = spec.specs.find(({ key }) => key === spec.title);
  const named = words?.as === "choice" && words.options !== "stages" ? words.options.find(([option]) => option === title)?.[1] : undefined;
  const written = words?.as === "own" ? words.form.show(value(spec.title)) : undefined;
  return named ?? ((written ?? title) || `${spec.one} ${at + 1}`);
}
