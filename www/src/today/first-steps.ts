import { html, type TemplateResult } from "lit";
import { icon } from "../icon/icon.ts";

/** What to do with an empty book. The host hears `open-sample`. */
export function firstSteps(host: HTMLElement): TemplateResult {
  const openSample = (): void => void host.dispatchEvent(new CustomEvent("open-sample", { bubbles: true }));
  return html`<section class="screen welcome">
    <h1 tabindex="-1">Whom to contact next?</h1>
    <p class="lead">
      Give nextsale your leads. Each morning it lays out the day: who, why, how, what for, and what they gain from it. After every contact
      there is a next step.
    </p>
    <ol class="starts">
      <li class="card">
        ${icon("import")}
        <h2>Bring your leads</h2>
        <p>A CSV file from your CRM or spreadsheet. You see what comes in before it does, and can take all of it back.</p>
        <a class="button primary" href="#/import">Import a file</a>
      </li>
      <li class="card">
        ${icon("add")}
        <h2>Or begin with one</h2>
        <p>A name and a phone number or an address are enough for a first next step.</p>
        <a class="button" href="#/add">Add a lead</a>
      </li>
      <li class="card">
        ${icon("today")}
        <h2>Or look around first</h2>
        <p>Sample data in a book of its own: one click to open, one click and it is gone.</p>
        <button type="button" @click=${openSample}>Open the sample</button>
      </li>
    </ol>
    <p class="sub">Everything stays in this browser: no account, no server, and it works offline. <a href="#/backup">Restore a backup</a></p>
  </section>`;
}
