import { Malformed } from "./errors.js";

/** A file to import: its text, its bytes, or either with a name. */
export type ImportFile = string | Uint8Array | ArrayBuffer | NamedFile;

/** A file with the name that the preview calls it by. */
export interface NamedFile {
  readonly name?: string;
  readonly content: string | Uint8Array | ArrayBuffer;
}

/** Files as they cross into the engine: their names and lengths apart, their bytes one after the other. */
export interface PackedFiles {
  readonly files: readonly { readonly name: string; readonly length: number }[];
  readonly bytes: Uint8Array;
}

/** Lays files out one after the other. */
export function packFiles(files: ImportFile | readonly ImportFile[]): PackedFiles {
  const list = (Array.isArray(files) ? files : [files]) as readonly ImportFile[];
  const parts = list.map((file, index) => readFile(file, `files[${index}]`));
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.bytes.length, 0));
  let offset = 0;
  for (const part of parts) {
    bytes.set(part.bytes, offset);
    offset += part.bytes.length;
  }
  return { files: parts.map((part) => ({ name: part.name, length: part.bytes.length })), bytes };
}

function readFile(file: ImportFile, path: string): { name: string; bytes: Uint8Array } {
  try {
    const plain = bytesOf(file);
    if (plain !== undefined) return { name: "", bytes: plain };
    const { name = "", content } = file as NamedFile;
    const bytes = bytesOf(content);
    if (bytes !== undefined && typeof name === "string") return { name, bytes };
  } catch (cause) {
    throw new Malformed(`${path}: can't be read`, { path, cause });
  }
  throw new Malformed(`${path}: give text, a Uint8Array, an ArrayBuffer, or { name, content } of these`, { path });
}

function bytesOf(content: unknown): Uint8Array | undefined {
  if (typeof content === "string") return new TextEncoder().encode(content);
  if (ArrayBuffer.isView(content)) {
    return new Uint8Array(content.buffer, content.byteOffset, content.byteLength);
  }
  // By its name and not by its class: a buffer of another realm is as good.
  const isBuffer = Object.prototype.toString.call(content) === "[object ArrayBuffer]";
  return isBuffer ? new Uint8Array(content as ArrayBuffer) : undefined;
}
