import type { Fact, PlanVersionView } from "nextsale/slim";
import { html, nothing, type TemplateResult } from "lit";
import { LivePart } from "../part.ts";
import { count } from "../say/count.ts";
import { sayMoment } from "../say/when.ts";
import { changeLines } from "./change-lines.ts";

/** The plans that were in force, and the way back to each. */
export class VersionsCard extends LivePart {
  override render(): TemplateResult {
    const { versions } = this.desk.look({ type: "planVersions" });
    return html`<section class="card" aria-labelledby="versions-title">
      <h2 id="versions-title">Versions</h2>
      <ol class="rows">${versions.map((version, at) => this.#renderVersion(version, at === 0))}</ol>
    </section>`;
  }

  #renderVersion(version: PlanVersionView, inForce: boolean): TemplateResult {
    const { plan, at, by, changes } = version;
    return html`<li>
      <div>
        <p><strong>Version ${plan.version}</strong> <bdi>${plan.name}</bdi> ${inForce ? html`<span class="chip reached">In force</span>` : nothing}</p>
        <p class="sub">${at === null ? "Came with nextsale" : sayMoment(at)}${by === null ? nothing : html`, by <bdi>${by}</bdi>`}</p>
        ${changes.length === 0 ? nothing : html`<details><summary>${count(changes.length, "change")}</summary>${changeLines(changes)}</details>`}
      </div>
      ${inForce ? nothing : html`<button type="button" aria-label="Go back to version ${plan.version}, ${plan.name}" @click=${() => this.#goBack(version)}>Go back to this</button>`}
    </li>`;
  }

  /** Nothing is lost by going back: it is adopted once more, as the latest version. */
  #goBack({ plan }: PlanVersionView): void {
    const version = this.desk.look({ type: "plan" }).plan.version + 1;
    try {
      this.desk.record({ type: "planAdopted", plan: { ...plan, version } } as Fact, `Went back to version ${plan.version} of the sales plan, as version ${version}`);
    } catch (problem) {
      this.desk.sayTrouble(problem);
    }
  }
}

customElements.define("versions-card", VersionsCard);
