import { NextsaleError } from "nextsale/slim";
import type { Desk } from "../desk/desk.ts";

/** A deal that quotes are made for. */
export interface QuotedDeal {
  readonly deal: string;
  readonly name: string;
  readonly customer: string | null;
  readonly customerName: string | null;
  readonly open: boolean;
  /** The currency in which its worth is known. */
  readonly currency: string | undefined;
}

/** The deal by its id: with whom it is where that is known, else from the board, which has those that are open. */
export function dealOf(desk: Desk, deal: string, customer: string | undefined): QuotedDeal | undefined {
  const [accepted] = desk.look({ type: "acceptedQuotes" }).filter((quote) => quote.deal === deal);
  const known = customer ?? accepted?.party ?? undefined;
  return (known === undefined ? undefined : ofParty(desk, deal, known)) ?? ofBoard(desk, deal);
}

function ofParty(desk: Desk, deal: string, customer: string): QuotedDeal | undefined {
  try {
    const { deals, name } = desk.look({ type: "party", party: customer });
    const found = deals.find((one) => one.deal === deal);
    return found && { deal, name: found.name, customer, customerName: name, open: found.outcome === null, currency: found.worth?.currency };
  } catch (problem) {
    if (problem instanceof NextsaleError) return undefined;
    throw problem;
  }
}

function ofBoard(desk: Desk, deal: string): QuotedDeal | undefined {
  const { pipelines } = desk.look({ type: "board", covers: "deal" });
  const cards = pipelines.flatMap(({ id }) => desk.look({ type: "board", covers: "deal", pipeline: id }).columns.flatMap((column) => column.cards));
  const card = cards.find(({ subject }) => subject.type === "deal" && subject.deal === deal);
  return card && { deal, name: card.dealName ?? card.name ?? deal, customer: card.party, customerName: card.name, open: true, currency: card.worth?.currency };
}
