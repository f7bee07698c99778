import PDFDocument from "pdfkit";
import { FONT_FILES } from "./poster-fonts.js";
import { PAGE, type Shape } from "./poster-layout.js";

export interface PdfFacts {
  title: string;
  /** Written into the file instead of the hour of the request, so that one revision is one file. */
  changedAt: Date;
}

/**
 * Posters as a PDF, a page each, their text as text and the font's used characters inside, once for all pages.
 *
 * @param pages what is drawn on each
 */
export function drawPosterPdf(
  pages: readonly (readonly Shape[])[],
  { title, changedAt }: PdfFacts,
): Promise<Uint8Array<ArrayBuffer>> {
  const document = new PDFDocument({
    size: [PAGE.width, PAGE.height],
    margin: 0,
    // Else it begins with one of its own fonts, which has no Chinese and is one more file to deploy.
    font: FONT_FILES.regular,
    lang: "zh-CN",
    displayTitle: true,
    info: { Title: title, CreationDate: changedAt, ModDate: changedAt },
  });
  const finished = collect(document);
  for (const [weight, file] of Object.entries(FONT_FILES)) document.registerFont(weight, file);
  for (const [place, shapes] of pages.entries()) {
    if (place > 0) document.addPage();
    for (const shape of shapes) draw(document, shape);
  }
  document.end();
  return finished;
}

function draw(document: PDFKit.PDFDocument, shape: Shape): void {
  switch (shape.kind) {
    case "box":
      document.roundedRect(shape.x, shape.y, shape.width, shape.height, shape.radius).fill(shape.fill);
      return;
    case "text":
      document
        .font(shape.weight)
        .fontSize(shape.size)
        .fillColor(shape.fill)
        .text(shape.text, shape.x, shape.baseline, { lineBreak: false, baseline: "alphabetic" });
      return;
    case "picture":
      document.image(Buffer.from(shape.bytes), shape.x, shape.y, { width: shape.side, height: shape.side });
      return;
    case "squares":
      shape.rows.forEach((row, y) => {
        row.forEach((dark, x) => {
          if (dark) document.rect(shape.x + x * shape.side, shape.y + y * shape.side, shape.side, shape.side);
        });
      });
      document.fill(shape.fill);
  }
}

function collect(document: PDFKit.PDFDocument): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    document.on("data", (chunk: Buffer) => chunks.push(chunk));
    document.once("end", () => resolve(new Uint8Array(Buffer.concat(chunks))));
    document.once("error", reject);
  });
}
