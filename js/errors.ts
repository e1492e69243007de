import type { ReasonView } from "#types";

/** What every error of the engine carries beside its message. */
export interface Fault {
  /** A short stable name of what went wrong, for code. */
  readonly code: string;
  /** The place in the argument that it is about, such as `contactPoints[0].value`; empty for the whole. */
  readonly path: string;
  /** All that is wrong, each with its place. */
  readonly reasons: readonly ReasonView[];
}

/** The base of all errors that the engine throws. */
export abstract class NextsaleError extends Error implements Fault {
  readonly code: string;
  readonly path: string;
  readonly reasons: readonly ReasonView[];

  constructor(message: string, fault: Partial<Fault> & { cause?: unknown }) {
    super(message, fault.cause === undefined ? undefined : { cause: fault.cause });
    // The name is written out: a minifier may rename the class.
    this.code = fault.code ?? "fault";
    this.path = fault.path ?? "";
    this.reasons = fault.reasons ?? [];
  }
}

/** The argument is not of the shape that is asked for. Nothing was changed. */
export class Malformed extends NextsaleError {
  override readonly name = "Malformed";

  constructor(message: string, fault: Partial<Fault> & { cause?: unknown } = {}) {
    super(message, { ...fault, code: "malformed" });
  }
}

/** The fact is well formed, but the book or the plan does not allow it now. Nothing was changed. */
export class Refusal extends NextsaleError {
  override readonly name = "Refusal";

  constructor(message: string, fault: Partial<Fault> & { cause?: unknown } = {}) {
    super(message, { ...fault, code: "refusal" });
  }
}

/**
 * The engine or its store failed, not the argument. After a `trap` the engine has been rebuilt from its store: the call
 * that failed has changed nothing, and the next call works.
 */
export class EngineFault extends NextsaleError {
  override readonly name = "EngineFault";
}
