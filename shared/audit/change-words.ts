import { AMENITIES, type AmenityKind, type AmenityState } from "../amenities/amenity.js";
import type { CourseSchedule } from "../classes/course.js";
import { scheduleWords } from "../classes/schedule-words.js";
import type { EpochMs } from "../common/time.js";
import { ROLE_NAMES } from "../people/roles.js";
import type { Hours } from "../stations/hours.js";
import { weekInShort } from "../stations/hours-words.js";
import { TASK_STATE_NAMES } from "../trust/task-state-names.js";
import { reasonLabel } from "../wishes/wish-reasons.js";
import { wishStateNames } from "../wishes/wish-state-names.js";
import type { WishMove } from "../wishes/wish-states.js";
import type { AuditLine } from "./audit-answer.js";
import { whenWords } from "./when-words.js";

/** One thing that changed; `from` null: there was nothing to compare with. */
export interface ChangeLine {
  label: string;
  from: string | null;
  to: string;
}

/** @param areas the names of divisions, by their codes */
type Tell = (value: unknown, now: EpochMs, areas?: Readonly<Record<string, string>>) => string;

const NOTHING = "空着";
const LONGEST = 60;

const plain: Tell = (value) => {
  if (typeof value === "string" && value !== "") return value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value;
  if (typeof value === "number") return String(value);
  return typeof value === "boolean" ? (value ? "是" : "否") : NOTHING;
};
const instant: Tell = (value, now) => (typeof value === "number" ? whenWords(value, now) : NOTHING);
const oneOf =
  (words: Record<string, string>): Tell =>
  (value) =>
    words[String(value)] ?? NOTHING;
const listOf =
  (words: Record<string, string>): Tell =>
  (value) =>
    Array.isArray(value) && value.length > 0
      ? value.map((one: unknown) => words[String(one)] ?? String(one)).join("、")
      : "没有";
const reach: Tell = (value, now, areas) => listOf({ ...areas, "": "所有地方" })(value, now);
const district: Tell = (value) => plain(isRecord(value) ? value.text : null, 0);
const hours: Tell = (value) => {
  const week = isRecord(value) && Array.isArray(value.week) ? (value as unknown as Hours).week : null;
  return week === null ? NOTHING : weekInShort(week).join("；");
};
const closure: Tell = (value, now) => {
  if (!isRecord(value)) return "没关";
  const until = typeof value.until === "number" ? `关到${whenWords(value.until, now)}` : "关着，等人再开";
  return typeof value.reason === "string" ? `${until}，${value.reason}` : until;
};
const services: Tell = (value) =>
  Array.isArray(value) && value.length > 0
    ? value.map((one) => [one.name, one.hours?.written].filter(Boolean).join("：")).join("；")
    : "没有";
const withdrawn: Tell = (value) => (value === null || value === undefined ? "在用" : "撤下了");

const schedule: Tell = (value) => (isRecord(value) ? plain(scheduleWords(value as CourseSchedule), 0) : NOTHING);
const venue: Tell = (value) => plain(isRecord(value) ? value.name : null, 0);
const CLASS_STATES = { running: "在开", ended: "结束了", scheduled: "照常上", cancelled: "取消了" };

/** Every field that is told, in the order in which it is. Anything else is told as 还有别的改动. */
const FIELDS: Record<string, { label: string; tell: Tell }> = {
  name: { label: "名称", tell: plain },
  title: { label: "名称", tell: plain },
  code: { label: "编号", tell: plain },
  state: { label: "进展", tell: oneOf({ ...TASK_STATE_NAMES, ...CLASS_STATES, ...wishStateNames("officer") }) },
  done: { label: "怎么处理的", tell: plain },
  waitsUntil: { label: "等配件到", tell: plain },
  kind: { label: "类型", tell: oneOf({ standard: "标准站", micro: "小站", mobile: "流动站" }) },
  district: { label: "区县", tell: district },
  address: { label: "地址", tell: plain },
  landmark: { label: "怎么找", tell: plain },
  host: { label: "在谁那里", tell: plain },
  phone: { label: "电话", tell: plain },
  audience: { label: "谁能进", tell: plain },
  entryNote: { label: "怎么进", tell: plain },
  hours: { label: "开放时间", tell: hours },
  closure: { label: "临时关门", tell: closure },
  timedServices: { label: "定时服务", tell: services },
  capacity: { label: "坐得下几个人", tell: plain },
  areaSquareMetres: { label: "多少平方米", tell: plain },
  reportedClosedUntil: { label: "有人说门关着，算到", tell: instant },
  openReportCount: { label: "没处理的上报", tell: plain },
  withdrawnAt: { label: "用不用", tell: withdrawn },
  schedule: { label: "上课时间", tell: schedule },
  venue: { label: "地点", tell: venue },
  room: { label: "教室", tell: plain },
  teacher: { label: "老师", tell: plain },
  level: { label: "程度", tell: plain },
  age: { label: "年龄", tell: plain },
  bring: { label: "要带什么", tell: plain },
  about: { label: "简介", tell: plain },
  waitlistLimit: { label: "候补几个人", tell: plain },
  cancelledReason: { label: "取消的原因", tell: plain },
  reason: { label: "为什么", tell: plain },
  unit: { label: "谁来办", tell: plain },
  costYuan: { label: "花了多少元", tell: plain },
  startsAt: { label: "开始", tell: instant },
  endsAt: { label: "结束", tell: instant },
  roles: { label: "身份", tell: listOf(ROLE_NAMES) },
  stationIds: { label: "管几个站", tell: (value) => (Array.isArray(value) ? `${value.length} 个` : NOTHING) },
  reach: { label: "管哪里", tell: reach },
  viewReach: { label: "看哪里的看板", tell: reach },
  changed: { label: "处理了几条", tell: plain },
};

/** Kept along with a change, and no news to anybody. */
const SILENT = new Set([
  "verified",
  "confirmedBy",
  "shutReports",
  "surveyed",
  "stationId",
  "amenity",
  "revision",
  "isOnItsOwn",
  "isOffSchedule",
  "absencesWaived",
  "scheduleSince",
  "version",
  "category",
  "mergedInto",
  "referredTo",
  "erasedAt",
  "assigneeId",
  "remindedAt",
]);

const AMENITY_WORDS: Record<AmenityState, string> = { working: "好的", broken: "坏了", absent: "没有" };

/** What an entry of the record says has changed, in plain words. */
export function changeLines(
  { action, from, to, areas }: Pick<AuditLine, "action" | "from" | "to" | "areas">,
  now: EpochMs,
): ChangeLine[] {
  const names = [...new Set([...Object.keys(from), ...Object.keys(to)])].filter((name) => !SILENT.has(name));
  const isNew = Object.keys(from).length === 0;
  // A task has kinds of its own, which its action tells already.
  const told = Object.keys(FIELDS).filter(
    (name) => names.includes(name) && !(name === "kind" && action === "task:create"),
  );
  const lines = told.flatMap((name): ChangeLine[] => {
    const { label, tell } = FIELDS[name] ?? { label: name, tell: plain };
    if (name === "reason") return [{ label, from: null, to: reasonWords(action, to.reason) }];
    const line = { label, from: isNew ? null : tell(from[name], now, areas), to: tell(to[name], now, areas) };
    if (line.from !== line.to) return [line];
    // The week stayed as it was: a holiday, a season or today alone differs.
    return name === "hours" ? [{ label, from: null, to: "改了个别日子的时间" }] : [];
  });
  if (names.includes("amenities")) lines.push(...amenityLines(from.amenities, to.amenities));
  const isOther = names.some((name) => name !== "amenities" && name !== "kind" && !(name in FIELDS));
  return isOther ? [...lines, { label: "别的", from: null, to: "还有别的改动" }] : lines;
}

/** A wish keeps a reason as the key of its list, everything else as what somebody wrote. */
function reasonWords(action: string, reason: unknown): string {
  const [subject, move] = action.split(":");
  return (subject === "wish" && reasonLabel(move as WishMove, String(reason))) || plain(reason, 0);
}

function amenityLines(before: unknown, after: unknown): ChangeLine[] {
  const [from, to] = [before, after].map((one) => (isRecord(one) ? one : {}));
  const kinds = (Object.keys(AMENITIES) as AmenityKind[]).filter((kind) => from?.[kind] || to?.[kind]);
  return kinds
    .map((kind) => ({ label: AMENITIES[kind].label, from: amenityWords(from?.[kind]), to: amenityWords(to?.[kind]) }))
    .filter((line) => line.from !== line.to);
}

function amenityWords(entry: unknown): string {
  if (!isRecord(entry)) return "不知道";
  const state = AMENITY_WORDS[entry.state as AmenityState] ?? "不知道";
  const note = typeof entry.note === "string" ? `，${entry.note}` : "";
  return typeof entry.expiresOn === "string" ? `${state}${note}，${entry.expiresOn} 到期` : `${state}${note}`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
