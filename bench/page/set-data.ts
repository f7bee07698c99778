import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { MapPoint } from "../../shared/common/place.js";
import { Phone } from "../../tests/weapp/support/phone.js";
import { Program } from "../../tests/weapp/support/program.js";
import { printTable } from "../print-table.js";

const WEAPP = "miniapp/dist/weapp";
/** WeChat advises against handing over more at a time. */
const LARGEST_BYTES = 256 * 1_024;
/** Long enough for Taro to gather the changes of several renderings, and React to be done. */
const SETTLED_MS = 400;

/** What 附近 of the WeChat build hands from its script to WeChat's drawing, step by step, with answers of a real server. */
export async function benchSetData(origin: string, here: MapPoint): Promise<void> {
  if (!existsSync(join(WEAPP, "app.json"))) {
    console.log("WeChat build: none yet, run npm run build:weapp\n");
    return;
  }
  const program = openProgram(origin, here);
  const rows: string[][] = [];
  let noted = 0;
  for (const [step, act] of steps(program)) {
    await act();
    await settled(program);
    const bytes = program.page.handedOver.slice(noted);
    noted += bytes.length;
    const largest = Math.max(0, ...bytes);
    const drawn = String(program.page.count("station-row"));
    rows.push([step, drawn, String(bytes.length), kilobytes(largest), kilobytes(sum(bytes))]);
    if (largest > LARGEST_BYTES) throw new Error(`${step}: ${largest} bytes in one setData`);
  }
  program.close();
  printTable("附近 on WeChat: setData", ["step", "rows then", "calls", "largest KB", "together KB"], rows);
}

/** The package on a phone, whatever server it was built for. */
function openProgram(origin: string, here: MapPoint): Program {
  const phone = new Phone();
  phone.privacyAgreed = true;
  phone.position = here;
  const server = {
    request: async (path: string, init: RequestInit) => {
      const answer = await fetch(new URL(path, origin), init);
      // As a whole, so that no request is over before its answer is there.
      return new Response(await answer.arrayBuffer(), answer);
    },
  };
  return new Program(phone, WEAPP, server, null, {}, () => undefined);
}

function steps(program: Program): [step: string, act: () => Promise<void>][] {
  const tell = async (handler: string) => void program.page.tell(handler);
  return [
    ["opened", async () => undefined],
    ["用我的位置，to the first list", () => program.tap("用我的位置")],
    ["现在能用 off", () => program.tap("✓现在能用")],
    ["微波炉 on", () => program.tap("微波炉")],
    ["微波炉 off", () => program.tap("✓微波炉")],
    ["pulled down, nothing new", () => tell("onPullDownRefresh")],
    ["the end of the list reached", () => tell("onReachBottom")],
    ["again", () => tell("onReachBottom")],
    ["and again", () => tell("onReachBottom")],
    ["pulled down, nothing new", () => tell("onPullDownRefresh")],
  ];
}

async function settled({ page, network }: Program): Promise<void> {
  const startedAt = performance.now();
  do await wait(SETTLED_MS);
  while (network.isBusy || performance.now() - Math.max(startedAt, page.changedAt) < SETTLED_MS);
}

const sum = (all: readonly number[]): number => all.reduce((together, bytes) => together + bytes, 0);
const kilobytes = (bytes: number): string => (bytes / 1_024).toFixed(1);
