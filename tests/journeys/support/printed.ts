import { writeFile } from "node:fs/promises";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { Page } from "playwright-core";

interface Sheet {
  /** Points. */
  width: number;
  height: number;
  text: string;
}

/** What a page becomes on paper, sheet by sheet. `LOOK_FOLDER` keeps it as a PDF of that name. */
export async function printed(page: Page, name: string): Promise<Sheet[]> {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  if (process.env.LOOK_FOLDER) await writeFile(`${process.env.LOOK_FOLDER}/${name}.pdf`, pdf);
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const sheets: Sheet[] = [];
  for (let place = 1; place <= document.numPages; place++) {
    const sheet = await document.getPage(place);
    const [left = 0, bottom = 0, right = 0, top = 0] = sheet.view;
    const { items } = await sheet.getTextContent();
    const text = items.map((item) => ("str" in item ? item.str : "")).join("");
    sheets.push({ width: right - left, height: top - bottom, text });
  }
  return sheets;
}
