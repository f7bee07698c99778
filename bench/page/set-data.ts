import { existsSync } from "node:fs";
import { join } from "node:path";
import type { MapPoint } from "../../shared/core/place.js";
import { printTable } from "../print-table.js";
import { openWechatPage, type WechatPage } from "./wechat-page.js";

const WEAPP = "miniapp/dist/weapp";
/** WeChat advises against handing over more at a time. */
const LARGEST_BYTES = 256 * 1_024;

/** What 附近 of the WeChat build hands from its script to WeChat's drawing, step by step, with answers of a real server. */
export async function benchSetData(origin: string, here: MapPoint): Promise<void> {
  if (!existsSync(join(WEAPP, "app.json"))) {
    console.log("WeChat build: none yet, run npm run build:weapp\n");
    return;
  }
  const page = await openWechatPage(WEAPP, "pages/nearby/index", {
    location: here,
    request: (url, data) => askServer(origin, url, data),
  });
  const rows: string[][] = [];
  const note = (step: string) => {
    const bytes = page.taken().map((call) => call.bytes);
    const largest = Math.max(0, ...bytes);
    rows.push([
      step,
      String(page.count("station-row")),
      String(bytes.length),
      kilobytes(largest),
      kilobytes(sum(bytes)),
    ]);
    if (largest > LARGEST_BYTES) throw new Error(`${step}: ${largest} bytes in one setData`);
  };
  for (const [step, act] of steps(page)) {
    await act();
    note(step);
  }
  printTable("附近 on WeChat: setData", ["step", "rows then", "calls", "largest KB", "together KB"], rows);
}

function steps(page: WechatPage): [step: string, act: () => Promise<void>][] {
  return [
    ["opened", async () => undefined],
    ["用我的位置, to the first list", () => page.tap("用我的位置")],
    ["现在能用 off", () => page.tap("✓现在能用")],
    ["微波炉 on", () => page.tap("微波炉")],
    ["微波炉 off", () => page.tap("✓微波炉")],
    ["pulled down, nothing new", () => page.tell("onPullDownRefresh")],
    ["the end of the list reached", () => page.tell("onReachBottom")],
    ["again", () => page.tell("onReachBottom")],
    ["and again", () => page.tell("onReachBottom")],
    ["pulled down, nothing new", () => page.tell("onPullDownRefresh")],
  ];
}

async function askServer(origin: string, url: string, data: Record<string, unknown>): Promise<unknown> {
  const asked = new URL(new URL(url).pathname, origin);
  for (const [name, value] of Object.entries(data)) asked.searchParams.set(name, String(value));
  const answer = await fetch(asked);
  return answer.json();
}

const sum = (all: readonly number[]): number => all.reduce((together, bytes) => together + bytes, 0);
const kilobytes = (bytes: number): string => (bytes / 1_024).toFixed(1);
