import { AMENITIES } from "../../shared/amenities/amenity.js";
import { CLASS_CATEGORY_LABELS } from "../../shared/classes/class-category.js";
import { TASK_STATE_NAMES } from "../../shared/trust/task-state-names.js";
import { WISH_CATEGORIES } from "../../shared/wishes/wish-category.js";
import { wishStateNames } from "../../shared/wishes/wish-state-names.js";

/** What the words that a field may hold mean, as people say it. */
const CHOICE_WORDS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(AMENITIES).map(([kind, { label }]) => [kind, label])),
  ...CLASS_CATEGORY_LABELS,
  ...Object.fromEntries(WISH_CATEGORIES.map(({ key, label }) => [key, label])),
  ...TASK_STATE_NAMES,
  ...wishStateNames("officer"),
  working: "好的",
  broken: "坏了",
  absent: "没有",
  standard: "标准站",
  micro: "小站",
  mobile: "流动站",
  gcj02: "高德、腾讯地图的坐标",
  wgs84: "GPS 的坐标",
  bd09: "百度地图的坐标",
  any: "都要",
  walk: "走路",
  ebike: "骑电动车",
  distance: "近的在前",
  best: "近又靠得住的在前",
  worker: "职工",
  keeper: "站长",
  officer: "工会干部",
  door_closed: "门关着",
  amenity_broken: "设施坏了",
  wrong_info: "写得不对",
  entrance: "门口",
  inside: "里面",
  sign: "门牌",
  hardware: "硬件",
  signs: "标识",
  content: "服务内容",
  scope: "服务对象",
  missing: "缺得多的在前",
  overdue: "超期多的在前",
  unconfirmed: "久没确认的在前",
  session: "一节一节报",
  term: "整期一起报",
  weekly: "每周固定",
  dates: "一次一次写日期",
  skip: "放假不上",
  keep: "放假照上",
  this: "只这一次",
  following: "这次和以后",
  all: "全部",
  running: "还在开的",
  ended: "已经结束的",
  granted: "同意",
  refused: "不同意",
  scheduled: "照常上",
  cancelled: "取消了",
  true: "是",
  false: "否",
};

/** Where one word means something else in one field. */
const WORDS_OF_FIELD: Readonly<Record<string, string>> = {
  "availability.open": "到了还开着的",
  "availability.usable": "到了能用的，等一会儿开门的也算",
  "state.open": "还没办完的",
  "missing.standard": "服务标准",
};

/** More than these nobody reads. */
const MOST_TOLD = 12;

/**
 * What may stand in a field: 只能选:好的(working)、坏了(broken). The key is named too: it is what has to be sent. Words
 * that have no meaning in the table, such as names of formats, stand as they are.
 */
export function choiceSentence(choices: readonly unknown[], path: readonly PropertyKey[]): string {
  const field = String(path.findLast((step) => typeof step === "string") ?? "");
  const told = choices.slice(0, MOST_TOLD).map(String);
  const named = told.map((choice) => {
    const words = WORDS_OF_FIELD[`${field}.${choice}`] ?? CHOICE_WORDS[choice];
    return words === undefined ? choice : `${words}(${choice})`;
  });
  const rest = choices.length > told.length ? `……一共 ${choices.length} 种` : "";
  return `只能选：${named.join("、")}${rest}`;
}
