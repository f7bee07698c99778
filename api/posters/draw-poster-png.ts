import { Resvg } from "@resvg/resvg-js";
import { FONT_FAMILY, FONT_FILES } from "./poster-fonts.js";
import { PAGE, type Shape } from "./poster-layout.js";
import { printableText } from "./printable-text.js";

/** A4 at 150 dots an inch: sharp enough to print, small enough to send. */
const WIDTH_PIXELS = 1_240;

/** A poster as a picture. @param page how large the paper is, in points; A4 without it */
export function drawPosterPng(shapes: readonly Shape[], page = PAGE): Uint8Array<ArrayBuffer> {
  const picture = new Resvg(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${page.width}" height="${page.height}">${shapes.map(element).join("")}</svg>`,
    {
      font: { loadSystemFonts: false, fontFiles: Object.values(FONT_FILES), defaultFontFamily: FONT_FAMILY },
      fitTo: { mode: "width", value: WIDTH_PIXELS },
    },
  );
  return new Uint8Array(picture.render().asPng());
}

function element(shape: Shape): string {
  switch (shape.kind) {
    case "box":
      return `<rect x="${shape.x}" y="${shape.y}" width="${shape.width}" height="${shape.height}" rx="${shape.radius}" fill="${shape.fill}"/>`;
    case "text":
      return `<text x="${shape.x}" y="${shape.baseline}" font-family="${FONT_FAMILY}" font-size="${shape.size}" font-weight="${shape.weight === "bold" ? 700 : 400}" fill="${shape.fill}" xml:space="preserve">${escapeXml(shape.text)}</text>`;
    case "picture":
      return `<image x="${shape.x}" y="${shape.y}" width="${shape.side}" height="${shape.side}" href="data:image/${shape.format};base64,${Buffer.from(shape.bytes).toString("base64")}"/>`;
    case "squares":
      return `<path shape-rendering="crispEdges" fill="${shape.fill}" d="${shape.rows
        .flatMap((row, y) =>
          row.map((dark, x) => (dark ? squareAt(shape.x + x * shape.side, shape.y + y * shape.side, shape.side) : "")),
        )
        .join("")}"/>`;
  }
}

function squareAt(x: number, y: number, side: number): string {
  return `M${x} ${y}h${side}v${side}h${-side}z`;
}

function escapeXml(text: string): string {
  return printableText(text).replace(/[<>&"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
