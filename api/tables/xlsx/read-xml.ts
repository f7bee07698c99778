import sax from "sax";
import type { ZipParts } from "./zip-parts.js";

/** By their whole names: `r`, `r:id`. */
export type Attributes = Readonly<Record<string, string>>;

/**
 * What is looked at in a part: the names of its elements have no namespace prefix, which some programs write and
 * others do not.
 */
export interface XmlListener {
  open?: (name: string, attributes: Attributes) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
}

/** The file is not what an XLSX file is made of. */
export class BrokenXml extends Error {}

/** Nothing in a spreadsheet lies deeper than this. */
const DEEPEST = 64;

/**
 * Reads a part as XML while it unpacks. Declarations of types are refused: no spreadsheet has one, and they are how a short
 * text becomes a long one.
 *
 * @throws BrokenXml
 */
export async function readXml(parts: ZipParts, part: string, { open, text, close }: XmlListener): Promise<void> {
  const parser = sax.parser(true, { position: false });
  let depth = 0;
  parser.onerror = (error) => {
    throw new BrokenXml(error.message);
  };
  parser.ondoctype = () => {
    throw new BrokenXml("a declaration of types");
  };
  parser.onopentag = (tag) => {
    depth += 1;
    if (depth > DEEPEST) throw new BrokenXml("too deep");
    if (!("ns" in tag)) open?.(localName(tag.name), tag.attributes);
  };
  if (text) {
    parser.ontext = text;
    parser.oncdata = text;
  }
  parser.onclosetag = (name) => {
    depth -= 1;
    close?.(localName(name));
  };
  await parts.read(part, (piece) => {
    parser.write(piece);
  });
  parser.close();
}

/** The value of an attribute whose prefix each program chooses: `id` for `r:id`. */
export function prefixed(attributes: Attributes, name: string): string | undefined {
  const key = Object.keys(attributes).find((one) => one.endsWith(`:${name}`));
  return key === undefined ? undefined : attributes[key];
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}
