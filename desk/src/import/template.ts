/** The columns of an empty list, as an import knows them. */
export const MEANINGS = [
  "编号",
  "名称",
  "区县",
  "地址",
  "经度",
  "纬度",
  "开放时间",
  "电话",
  "服务对象",
  "设施",
  "依托单位",
  "地标",
  "面积",
  "可容纳人数",
] as const;

/** Saves an empty list with these columns. */
export async function saveTemplate(): Promise<void> {
  const { default: writeXlsx } = await import("write-excel-file/browser");
  const head = MEANINGS.map((value) => ({ value, type: String, fontWeight: "bold" as const }));
  await writeXlsx([head], { sheet: "驿站" }).toFile("驿站名单-空表.xlsx");
}
