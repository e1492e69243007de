/** What every entry of the package gives. */
export {
  type CallOptions,
  type Change,
  Engine,
  type FactReceipt,
  type ImportOptions,
  type ImportReceipt,
  type OpenOptions,
  type QueryOf,
  type Receipt,
  type RecordOptions,
  type Status,
} from "./engine.js";
export { EngineFault, type Fault, Malformed, NextsaleError, Refusal } from "./errors.js";
export type { DescribedFile, FileToImport } from "./files.js";
export { type IdKind, newId } from "./id.js";
export { localStorageStore, memoryStore, type Store, type StoreChange } from "./store.js";
export type * from "#types";
