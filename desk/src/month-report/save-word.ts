import type { ParagraphChild, Table } from "docx";
import { MONTH_FIGURES, MONTH_PARTS, type MonthPart } from "../../../shared/month-report/month-figures";
import type { MonthReport } from "../../../shared/month-report/month-report-answer";
import { differenceWords, monthWords, valueWords } from "../../../shared/month-report/month-report-words";
import { saveFile } from "../parts/save-file";
import { figureDetail } from "./figure-detail";
import { asOfWords, fileNameOf, periodOf, titleOf } from "./report-title";

type Docx = typeof import("docx");

/** A4 upright with margins of 2 cm, in twentieths of a point. */
const PAGE = { width: 11_906, height: 16_838, margin: 1_134 };
/** Part, figure, this month, the month before, difference; together what is between the margins. */
const WIDTHS = [1_000, 3_238, 1_900, 1_900, 1_600] as const;
/** Half points. */
const SIZES = { title: 36, text: 21, small: 18 };
const FONT = { ascii: "Arial", eastAsia: "SimSun", hAnsi: "Arial" };
const HEAD_GROUND = "F2EFE8";

/** The report as a Word document on A4, for who has to write around it. */
export async function saveWord(report: MonthReport, union: string): Promise<void> {
  const docx = await import("docx");
  const { Document, Packer, Paragraph, TextRun, AlignmentType, HeadingLevel } = docx;
  const line = (text: string, size: number) => new Paragraph({ children: [new TextRun({ text, size })] });
  const title = new Paragraph({
    heading: HeadingLevel.HEADING_1,
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ text: titleOf(union), size: SIZES.title, bold: true, color: "000000" })],
  });
  const document = new Document({
    creator: union.trim(),
    title: fileNameOf(report, union),
    styles: { default: { document: { run: { font: FONT, size: SIZES.text } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE.width, height: PAGE.height },
            margin: { top: PAGE.margin, bottom: PAGE.margin, left: PAGE.margin, right: PAGE.margin },
          },
        },
        children: [
          title,
          line(periodOf(report), SIZES.text),
          line(`${asOfWords(report)}；没有记录的不算作 0`, SIZES.small),
          tableOf(docx, report),
        ],
      },
    ],
  });
  saveFile(await Packer.toBlob(document), `${fileNameOf(report, union)}.docx`);
}

function tableOf(docx: Docx, report: MonthReport): Table {
  const { Table, TableLayoutType, TableRow, WidthType } = docx;
  const heads = ["", "项目", monthWords(report.month), monthWords(report.before), "差别"];
  const parts = Object.entries(MONTH_PARTS) as [MonthPart, string][];
  return new Table({
    width: { size: WIDTHS.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: [...WIDTHS],
    layout: TableLayoutType.FIXED,
    rows: [
      new TableRow({
        tableHeader: true,
        children: heads.map((text, place) => cellOf(docx, [text], { place, isHead: true })),
      }),
      ...parts.flatMap(([part, name]) => {
        const figures = report.figures.filter(({ key }) => MONTH_FIGURES[key].part === part);
        return figures.map(({ key, now, before }, turn) => {
          const texts = [
            [MONTH_FIGURES[key].label],
            [valueWords(key, now), figureDetail(key, now)],
            [valueWords(key, before), figureDetail(key, before)],
            [differenceWords(key, now, before)],
          ];
          const ofPart = turn === 0 ? [cellOf(docx, [name], { place: 0, isHead: true, rows: figures.length })] : [];
          return new TableRow({
            cantSplit: true,
            children: [...ofPart, ...texts.map((lines, place) => cellOf(docx, lines, { place: place + 1 }))],
          });
        });
      }),
    ],
  });
}

/** @param lines the first in full size; what is empty is left out */
function cellOf(
  { Paragraph, TableCell, TextRun, VerticalAlignTable, WidthType }: Docx,
  lines: readonly string[],
  { place, isHead = false, rows = 1 }: { place: number; isHead?: boolean; rows?: number },
) {
  const run = (text: string, isFirst: boolean): ParagraphChild =>
    new TextRun({ text, bold: isHead, size: isFirst ? SIZES.text : SIZES.small });
  return new TableCell({
    rowSpan: rows,
    width: { size: WIDTHS[place] ?? 0, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    ...(isHead ? { shading: { fill: HEAD_GROUND } } : {}),
    children: lines
      .filter((text, turn) => turn === 0 || text !== "")
      .map((text, turn) => new Paragraph({ children: [run(text, turn === 0)] })),
  });
}
