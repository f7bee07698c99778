import { MONTH_FIGURES, MONTH_PARTS, type MonthFigure } from "../../../shared/month-report/month-figures";
import type { MonthReport } from "../../../shared/month-report/month-report-answer";
import {
  differenceWords,
  type FigureValue,
  monthWords,
  rounded,
  valueWords,
} from "../../../shared/month-report/month-report-words";
import { saveFile } from "../parts/save-file";
import { figureDetail } from "./figure-detail";
import { asOfWords, fileNameOf, periodOf, titleOf } from "./report-title";

const WIDTHS = [8, 30, 16, 16, 20, 60];

/** The report as a sheet: what is a number there can be reckoned with; what nobody knows says so. */
export async function saveReport(report: MonthReport, union: string): Promise<void> {
  const { default: writeXlsx } = await import("write-excel-file/browser");
  const text = (value: string) => ({ value, type: String });
  const bold = (value: string) => ({ ...text(value), fontWeight: "bold" as const });
  const heads = ["", "项目", monthWords(report.month), monthWords(report.before), "差别", "怎么数的"];
  const rows = [
    [{ ...bold(titleOf(union)), fontSize: 16 }],
    [text(periodOf(report))],
    [text(asOfWords(report))],
    heads.map(bold),
    ...report.figures.map(({ key, now, before }) => {
      const { part, label, unit, means } = MONTH_FIGURES[key];
      const details = [
        [report.month, figureDetail(key, now)],
        [report.before, figureDetail(key, before)],
      ].flatMap(([month = "", detail]) => (detail ? [`${monthWords(month)}：${detail}`] : []));
      return [
        text(MONTH_PARTS[part]),
        text(`${label}（${unit}）`),
        cellOf(key, now),
        cellOf(key, before),
        text(differenceWords(key, now, before)),
        text([means, ...details].join("。")),
      ];
    }),
  ];
  const file = await writeXlsx(rows, { sheet: report.month, columns: WIDTHS.map((width) => ({ width })) }).toBlob();
  saveFile(file, `${fileNameOf(report, union)}.xlsx`);
}

function cellOf(key: MonthFigure, figure: FigureValue) {
  if (figure.value === null) return { value: valueWords(key, figure), type: String };
  return { value: rounded(key, figure.value), type: Number };
}
