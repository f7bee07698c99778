/** The columns of an empty list, as an import knows them. */
const COLUMNS = [
  "编号",
  "名称",
  "区县",
  "地址",
  "经度",
  "纬度",
  "开放时间",
  "电话",
  "服务对象",
  "进门说明",
  "设施",
  "依托单位",
  "地标",
  "面积",
  "可容纳人数",
  "定时服务",
] as const;

/** What a column may be told to be. */
export const MEANINGS: readonly string[] = [
  ...COLUMNS,
  "经纬度",
  "夏季开放时间",
  "冬季开放时间",
  "类型",
  "同址驿站编号",
];

const COURSE_COLUMNS = [
  "课程名称",
  "类别",
  "上课地点",
  "教室",
  "老师",
  "星期",
  "开始时间",
  "结束时间",
  "开始日期",
  "结束日期",
  "名额",
  "候补人数",
  "节假日",
  "停课日期",
  "要带什么",
  "简介",
] as const;

/** Saves an empty list of stations. */
export function saveTemplate(): Promise<void> {
  return saveEmpty(COLUMNS, "驿站", "驿站名单-空表.xlsx");
}

/** Saves an empty timetable. */
export function saveCourseTemplate(): Promise<void> {
  return saveEmpty(COURSE_COLUMNS, "课程", "课程表-空表.xlsx");
}

async function saveEmpty(headings: readonly string[], sheet: string, fileName: string): Promise<void> {
  const { default: writeXlsx } = await import("write-excel-file/browser");
  const head = headings.map((value) => ({ value, type: String, fontWeight: "bold" as const }));
  await writeXlsx([head], { sheet }).toFile(fileName);
}
