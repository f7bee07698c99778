import type { Row } from "write-excel-file/node";
import { FIGURE_KEYS, FIGURES, type FigureGroup, type WishFigures } from "../../shared/wishes/figures.js";
import type { WishFigureAnswer } from "../../shared/wishes/figures-answer.js";

const GROUP_LABELS: Record<FigureGroup, string> = { month: "月份", station: "驿站", street: "街道", category: "类别" };

/** The figures as a sheet for a report, with Chinese headers and a last row for all together. */
export async function figuresXlsx({ by, rows, total, asOf }: WishFigureAnswer): Promise<Buffer> {
  const headers = [
    GROUP_LABELS[by],
    ...FIGURE_KEYS.map((figure) => FIGURES[figure].label),
    "平均审核用时(小时)",
    "认领率",
    "办结率",
    "满意度(1-5)",
    "花费(元)",
  ];
  const sheet: Row[] = [
    headers.map((value) => ({ value, type: String, fontWeight: "bold" as const })),
    ...rows.map((row) => cells(row.label, row)),
    cells("合计", total),
    [{ value: `截至 ${asOf.slice(0, 10)}；办结率 = 已办结 ÷ (通过 - 通过后撤回)，待确认的不算办结`, type: String }],
  ];
  const { default: writeXlsxFile } = await import("write-excel-file/node");
  return writeXlsxFile(sheet, {
    columns: headers.map((_, at) => ({ width: at === 0 ? 24 : 14 })),
    sheet: "微心愿",
  }).toBuffer();
}

function cells(label: string, figures: WishFigures): Row {
  const { reviewHours, claimRate, fulfilmentRate, satisfaction, costYuan } = figures;
  const number = (value: number | null, format = "0") => (value === null ? null : { value, type: Number, format });
  return [
    { value: label, type: String },
    ...FIGURE_KEYS.map((figure) => number(figures[figure])),
    number(reviewHours, "0.0"),
    number(claimRate, "0.0%"),
    number(fulfilmentRate, "0.0%"),
    number(satisfaction, "0.0"),
    number(costYuan, "0.00"),
  ];
}
