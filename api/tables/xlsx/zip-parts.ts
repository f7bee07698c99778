import type { Readable } from "node:stream";
import { TextDecoder } from "node:util";
import yauzl from "yauzl";
import { rejected } from "../import-rejection.js";
import type { TableSize } from "../table-limits.js";

/** A part of a package unpacks in pieces of this size at most, so that a limit is noticed soon. */
export type PieceReader = (text: string) => void;

/** The parts of a zipped package, by their names without a slash at the start. */
export interface ZipParts {
  has: (name: string) => boolean;
  /** Unpacks a part as UTF-8 (or UTF-16 with a mark), piece by piece. Nothing is read of one that is not there. */
  read: (name: string, readPiece: PieceReader) => Promise<void>;
}

/** An XLSX file with every sheet and every picture in a part of its own has fewer. */
const MOST_PARTS = 10_000;

/** @throws ImportRejection when it is no zip, or has too many parts */
export async function openZip(file: Uint8Array, size: TableSize): Promise<ZipParts> {
  const zip = await yauzl.fromBufferPromise(Buffer.from(file.buffer, file.byteOffset, file.byteLength), {
    lazyEntries: true,
    autoClose: false,
  });
  if (zip.entryCount > MOST_PARTS) throw rejected(`文件里有 ${zip.entryCount} 个部分，最多 ${MOST_PARTS} 个`);
  const entries = new Map<string, yauzl.Entry>();
  let unpackedBytes = 0;
  for await (const entry of zip.eachEntry()) {
    entries.set(entry.fileName.replace(/^\//, "").toLowerCase(), entry);
    unpackedBytes += entry.uncompressedSize;
    size.checkInflated(unpackedBytes);
  }
  return {
    has: (name) => entries.has(name.toLowerCase()),
    read: async (name, readPiece) => {
      const entry = entries.get(name.toLowerCase());
      if (!entry) return;
      // Several sheets may name one part. One that unpacks to more than the directory says is refused by the library.
      size.addInflated(entry.uncompressedSize);
      const stream = await zip.openReadStreamPromise(entry);
      await readText(stream, readPiece);
    },
  };
}

async function readText(stream: Readable, readPiece: PieceReader): Promise<void> {
  let decoder: TextDecoder | null = null;
  for await (const piece of stream) {
    if (!(piece instanceof Uint8Array)) continue;
    decoder ??= new TextDecoder(encodingOf(piece));
    readPiece(decoder.decode(piece, { stream: true }));
  }
  readPiece(decoder?.decode() ?? "");
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
}
