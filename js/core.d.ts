/** The glue that wasm-bindgen writes for `src/wasm.rs`, as far as the facade uses it. All text is JSON. */
declare module "#core" {
  export class Core {
    constructor(book: string, replica: string);
    load(pairs: string): string;
    record(now: string, facts: string, by: string | undefined): string;
    look(now: string, query: string): string;
    preview(now: string, request: string, bytes: Uint8Array): string;
    import(now: string, request: string, bytes: Uint8Array): string;
    backup(now: string): string;
    restore(now: string, text: string): string;
    free(): void;
  }
  export function initSync(source: { module: WebAssembly.Module }): void;
  export function __wbg_reset_state(): void;
}

/** The compiled module as base64 text. */
declare module "#wasm-base64" {
  const base64: string;
  export default base64;
}

/** In workerd, importing a `.wasm` file gives the compiled module. */
declare module "*/engine.wasm" {
  const module: WebAssembly.Module;
  export default module;
}
