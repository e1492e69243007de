import { Engine, type Fact, memoryStore, NextsaleError, type Query, type QuoteView, type ReasonView } from "nextsale/slim";
import type { Desk } from "../desk/desk.ts";
import type { Json, JsonObject } from "../plan/document.ts";

/** Who the example quote is for. */
export type Customer = "nobody" | "new" | "existing";

export const tried = "po_tried";

/**
 * A book in memory in which a promotion is tried before it is listed: it has the plan and the other promotions, two
 * customers, and nothing else.
 */
export class TryOut {
  readonly #engine: Engine;

  private constructor(engine: Engine) {
    this.#engine = engine;
  }

  static async open(desk: Desk, without: string | undefined): Promise<TryOut> {
    const engine = await Engine.open({ store: memoryStore(), zone: desk.status.zone });
    const { plan, origin } = desk.look({ type: "plan" });
    const others = desk.look({ type: "promotions" }).promotions.filter(({ promotion }) => promotion !== without);
    engine.recordAll([
      ...(origin === "builtIn" ? [] : [{ type: "planAdopted", plan } as Fact]),
      ...desk.look({ type: "book" }).products.map(({ product, name, price }): Fact => ({ type: "productListed", product, name, ...(price !== null && { price }) })),
      ...others.map(({ promotion, terms }): Fact => ({ type: "promotionListed", promotion, terms })),
      { type: "partyMet", party: "p_new", kind: "person", name: "New business" },
      { type: "partyMet", party: "p_existing", kind: "person", name: "Existing business" },
      { type: "dealOpened", deal: "d_bought", party: "p_existing", name: "Bought before" },
    ]);
    engine.record({ type: "dealClosed", deal: "d_bought", outcome: { type: "won" } });
    return new TryOut(engine);
  }

  /** Lists the promotion with these terms; gives back what is wrong with them. */
  list(terms: Json): readonly ReasonView[] {
    return reasonsOf(() => this.#engine.record({ type: "promotionListed", promotion: tried, terms } as unknown as Fact));
  }

  /** The example quote, or what is wrong with it. */
  quote(request: JsonObject, customer: Customer, alone: boolean): QuoteView | readonly ReasonView[] {
    let view: QuoteView | undefined;
    const party = customer === "nobody" ? {} : { party: `p_${customer}` };
    const reasons = reasonsOf(() => {
      view = this.#engine.look({ type: "quote", ...request, ...party, ...(alone && { promotions: [tried] }) } as unknown as Extract<Query, { type: "quote" }>);
    });
    return view ?? reasons;
  }

  close(): void {
    this.#engine.close();
  }
}

/** What the engine complains about when it does this; nothing if it doesn't. */
export function reasonsOf(work: () => unknown): readonly ReasonView[] {
  try {
    work();
    return [];
  } catch (problem) {
    if (!(problem instanceof NextsaleError)) throw problem;
    const { path, message, code, reasons } = problem;
    return reasons.length > 0 ? reasons : [{ path, text: message, code } as ReasonView];
  }
}
