/** A placeholder until the types are generated from the engine's own. */
type Json = null | boolean | number | string | readonly Json[] | { readonly [field: string]: Json };
export type Fact = { readonly type: string; readonly [field: string]: Json };
export type Query = { readonly type: string; readonly [field: string]: Json };
export type Views = { readonly [type: string]: unknown };
export type LoadNote = { readonly [field: string]: Json };
export type ImportOptions = { readonly [field: string]: Json };
export type ImportPreview = { readonly [field: string]: Json };
