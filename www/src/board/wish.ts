import type { BoardCard, NextsaleError, StageName } from "nextsale/slim";

/** Somebody wants a card in another stage. */
export interface Wish {
  readonly card: BoardCard;
  readonly to: StageName;
}

/** A move that the plan did not allow. */
export interface Refused {
  /** What was to be moved. */
  readonly card: string;
  readonly to: StageName;
  readonly problem: NextsaleError;
  /** Whether it was refused although a reason was given. */
  readonly overridden: boolean;
}

/** The id of what a card stands for. */
export function idOf({ subject }: BoardCard): string {
  return subject.type === "deal" ? subject.deal : subject.party;
}

/** What a card is called. */
export function nameOf({ dealName, name }: BoardCard): string {
  return dealName ?? name ?? "";
}
