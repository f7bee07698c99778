import type { NewWish } from "../../shared/wishes/wish.js";
import type { WishMoveInput } from "../../shared/wishes/wish-moves.js";
import type { WishMove } from "../../shared/wishes/wish-states.js";

/** Who makes or moves a 示例 wish. */
export type DemoRole = "worker" | "officer" | "keeper";

export interface DemoWish {
  /** Whose wish it is. */
  name: string;
  submittedHoursAgo: number;
  wish: Pick<NewWish, "category" | "text" | "stationId"> & { hasContact?: true };
  /** A keeper submits it for somebody without a phone. */
  isHelped?: true;
  moves: readonly { hoursAgo: number; by: DemoRole; move: WishMove; input?: WishMoveInput }[];
}

const DAY = 24;

/** From a sentence to thanks, the same way for each: approved, claimed, ready, delivered, confirmed, rated. */
function fulfilled(daysAgo: number, card: string, costYuan: number, rating: number, words: string): DemoWish["moves"] {
  const hoursAgo = (days: number) => (daysAgo - days) * DAY;
  return [
    { hoursAgo: hoursAgo(1), by: "officer", move: "approve", input: { card, costYuan } },
    { hoursAgo: hoursAgo(2), by: "officer", move: "claim", input: {} },
    { hoursAgo: hoursAgo(5), by: "officer", move: "ready", input: { window: "站点开门时都能领" } },
    { hoursAgo: hoursAgo(6), by: "officer", move: "deliver", input: {} },
    { hoursAgo: hoursAgo(6.2), by: "worker", move: "confirm" },
    { hoursAgo: hoursAgo(6.3), by: "worker", move: "rate", input: { rating, words } },
  ];
}

/** Made-up wishes of made-up people, one in each state that a list of open ones can show. */
export const DEMO_WISHES: readonly DemoWish[] = [
  {
    name: "示例·骑手小马",
    submittedHoursAgo: 2,
    wish: {
      category: "warm_clothing",
      text: "想要一副防寒手套，晚上送餐冻手",
      stationId: "st_demo_01",
      hasContact: true,
    },
    moves: [],
  },
  {
    name: "示例·快递小杨",
    submittedHoursAgo: 3,
    wish: { category: "warm_clothing", text: "希望有一双防寒的手套，骑车冻手", stationId: "st_demo_02" },
    moves: [],
  },
  {
    name: "示例·保洁刘姐",
    submittedHoursAgo: 6 * DAY,
    wish: {
      category: "child_study",
      text: "想给上三年级的孩子要一盏护眼台灯",
      stationId: "st_demo_02",
      hasContact: true,
    },
    moves: [],
  },
  {
    name: "示例·环卫老丁",
    submittedHoursAgo: 30,
    wish: { category: "health", text: "眼睛花了，想配一副老花镜", stationId: "st_demo_01" },
    isHelped: true,
    moves: [
      { hoursAgo: 20, by: "officer", move: "ask", input: { question: "多少度？没验过光也没关系，可以先去驿站免费验" } },
    ],
  },
  {
    name: "示例·环卫李姐",
    submittedHoursAgo: 3 * DAY,
    wish: { category: "groceries", text: "家里老人病了，想要一袋面和一桶油", stationId: "st_demo_03" },
    moves: [{ hoursAgo: 2 * DAY, by: "officer", move: "approve", input: { costYuan: 130 } }],
  },
  {
    name: "示例·骑手小纳",
    submittedHoursAgo: 5 * DAY,
    wish: {
      category: "vehicle_gear",
      text: "头盔的带子断了，想要一个新头盔",
      stationId: "st_demo_01",
      hasContact: true,
    },
    moves: [
      { hoursAgo: 4 * DAY, by: "officer", move: "approve", input: { costYuan: 95 } },
      { hoursAgo: 3 * DAY, by: "officer", move: "claim", input: { unit: "示例·丽景街街道工会" } },
    ],
  },
  {
    name: "示例·快递老吴",
    submittedHoursAgo: 8 * DAY,
    wish: { category: "appliance", text: "想要一个保温饭盒，中午能吃口热的", stationId: "st_demo_01" },
    moves: [
      {
        hoursAgo: 7 * DAY,
        by: "officer",
        move: "approve",
        input: { card: "快递员 · 丽景街：一个保温饭盒", costYuan: 89 },
      },
      { hoursAgo: 6 * DAY, by: "officer", move: "claim", input: {} },
      { hoursAgo: DAY, by: "officer", move: "ready", input: { window: "开门时间都能领" } },
    ],
  },
  {
    name: "示例·代驾老何",
    submittedHoursAgo: 10 * DAY,
    wish: { category: "family", text: "在外跑车十年，想和家里人拍一张全家福", stationId: "st_demo_02" },
    moves: [
      {
        hoursAgo: 9 * DAY,
        by: "officer",
        move: "approve",
        input: { card: "代驾 · 玉皇阁北街：一张全家福", costYuan: 180 },
      },
      { hoursAgo: 8 * DAY, by: "officer", move: "claim", input: {} },
      { hoursAgo: 4 * DAY, by: "officer", move: "ready", input: { window: "照片已洗好" } },
      { hoursAgo: 2 * DAY, by: "officer", move: "deliver", input: {} },
    ],
  },
  {
    name: "示例·保安老白",
    submittedHoursAgo: 4 * DAY,
    wish: { category: "rights", text: "原来的公司拖欠三个月工资，不知道找谁", stationId: "st_demo_01" },
    moves: [],
  },
  {
    name: "示例·环卫马姐",
    submittedHoursAgo: 12 * DAY,
    wish: { category: "warm_clothing", text: "早上四点扫街，想要一双防滑的棉鞋", stationId: "st_demo_02" },
    moves: fulfilled(12, "环卫工 · 玉皇阁北街：一双防滑棉鞋", 98, 5, "鞋很暖和，不滑"),
  },
  {
    name: "示例·骑手小王",
    submittedHoursAgo: 20 * DAY,
    wish: { category: "child_study", text: "孩子想要一套字典和书包", stationId: "st_demo_01" },
    moves: fulfilled(20, "骑手 · 丽景街：一套字典和书包", 120, 5, "孩子高兴坏了"),
  },
  {
    name: "示例·快递小苏",
    submittedHoursAgo: 40 * DAY,
    wish: { category: "skills", text: "想学电动车维修，自己能修就不耽误送件", stationId: "st_demo_03" },
    moves: fulfilled(40, "快递员 · 凤凰北街：一次电动车维修课", 0, 4, "学会换刹车片了"),
  },
];
