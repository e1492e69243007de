/** A placeholder until the types are generated from the engine's own. */
type Json = null | boolean | number | string | readonly Json[] | { readonly [field: string]: Json };
export type Fact = { readonly type: string; readonly [field: string]: Json };
export type Query = { readonly type: string; readonly [field: string]: Json };
export type Views = { readonly [type: string]: unknown };
export type LoadNote = { key: string, finding: string, text: string, };
export type Loaded = { entries: number, added: number, notes: Array<LoadNote>, zones: Array<string>, };
export type Recorded = { entries: Array<string>, batch: string | null, writes: Array<[string, string]>, zones: Array<string>, };
export type ImportFile = { name: string, length: number, delimiter?: string, };
export type ImportRequest = { files: Array<ImportFile>, currency?: string, };
export type ImportPreview = { readonly [field: string]: Json };
