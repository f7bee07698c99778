import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { type Font, openSync } from "fontkit";
import type { Weight } from "./poster-layout.js";

/** The family's name inside the files. */
export const FONT_FAMILY = "Noto Sans S Chinese";

const fontFolder = join(dirname(createRequire(import.meta.url).resolve("@embedpdf/fonts-sc")), "..", "fonts");

/** An open font that comes with the program, so that Chinese is drawn alike on every machine. */
export const FONT_FILES: Record<Weight, string> = {
  regular: join(fontFolder, "NotoSansHans-Regular.otf"),
  bold: join(fontFolder, "NotoSansHans-Bold.otf"),
};

const opened: Partial<Record<Weight, Font>> = {};

/** The width of a line of text, in the unit of `size`: its characters side by side, none moved closer to another. */
export function measureText(text: string, size: number, weight: Weight): number {
  const font = opened[weight] ?? openFont(weight);
  let units = 0;
  for (const character of text) units += font.glyphForCodePoint(character.codePointAt(0) ?? 0).advanceWidth;
  return (units / font.unitsPerEm) * size;
}

function openFont(weight: Weight): Font {
  const font = openSync(FONT_FILES[weight]);
  if (!("glyphForCodePoint" in font)) throw new Error(`${FONT_FILES[weight]} is not a single font`);
  opened[weight] = font;
  return font;
}
