import type { ImportFile } from "#types";
import { Malformed } from "./errors.js";

/** A file to import: its text, its bytes, or either with more about it. */
export type FileToImport = string | Uint8Array | ArrayBuffer | DescribedFile;

/** A file with its name, and with how to read it where that is not to be found out. */
export type DescribedFile = Partial<Omit<ImportFile, "length">> & {
  /** Its text or its bytes. */
  readonly content: string | Uint8Array | ArrayBuffer;
};

/** Files as they cross into the engine: what is said about them apart, their bytes one after the other. */
interface PackedFiles {
  readonly files: readonly object[];
  readonly bytes: Uint8Array;
}

/** Lays files out one after the other. */
export function packFiles(files: FileToImport | readonly FileToImport[]): PackedFiles {
  const list = (Array.isArray(files) ? files : [files]) as readonly FileToImport[];
  const parts = list.map((file, index) => readFile(file, index));
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.bytes.length, 0));
  let offset = 0;
  for (const part of parts) {
    bytes.set(part.bytes, offset);
    offset += part.bytes.length;
  }
  return { files: parts.map(({ bytes: { length }, ...about }) => ({ ...about, length })), bytes };
}

function readFile(file: FileToImport, index: number): { name: string; bytes: Uint8Array } {
  const path = `files[${index}]`;
  const name = `file ${index + 1}`;
  try {
    const plain = bytesOf(file);
    if (plain !== undefined) return { name, bytes: plain };
    const { content, ...about } = file as DescribedFile;
    const bytes = bytesOf(content);
    if (bytes !== undefined) return { name, ...about, bytes };
  } catch (cause) {
    throw new Malformed(`${path}: can't be read`, { path, cause });
  }
  throw new Malformed(`${path}: give text, a Uint8Array, an ArrayBuffer, or { content, … } with one of these`, { path });
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
