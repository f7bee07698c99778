import { onTestFinished } from "vitest";
import type { StationDetail } from "../../../shared/stations/station-answer.js";
import { givenHours } from "../../support/given.js";
import { ask, tokenOf } from "./ask.js";
import { openVisitor, type Visitor, type VisitorOptions } from "./visitor.js";

export const CLERK = { width: 1366, height: 768 };

/** Stations that an officer has added, `名字 1` and on; taken off the lists when the test is over. */
export async function givenStationsOf(name: string, count: number): Promise<StationDetail[]> {
  const officer = await tokenOf({ as: "officer", name });
  const stations: StationDetail[] = [];
  for (let turn = 1; turn <= count; turn++) {
    stations.push(
      await ask<StationDetail>("POST", "/stations", officer, {
        name: `${name} ${turn}`,
        code: `${name}-${String(turn).padStart(3, "0")}`,
        address: `朝阳街 ${turn} 号`,
        district: { code: "640202", text: "大武口区" },
        location: { latitude: 39.05, longitude: 106.38 + turn / 10_000 },
        hours: givenHours({ holidays: "as_week" }),
        phone: `0952-${2_000_000 + turn}`,
      }),
    );
  }
  onTestFinished(async () => {
    for (const { id } of stations) await ask("POST", `/stations/${id}/withdraw`, officer);
  });
  return stations;
}

/** An officer at the computer, at a place of the desk, signed in from there. */
export async function openClerk(path: string, options: VisitorOptions = {}): Promise<Visitor> {
  const visitor = await openVisitor({ viewport: CLERK, ...options });
  await visitor.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await visitor.page.goto(path);
  await visitor.page.getByRole("button", { name: "用示例干部登录" }).click();
  await visitor.page.getByRole("navigation", { name: "工作台" }).waitFor();
  return visitor;
}

/** Puts a text on the clipboard, as Excel does with a block, and pastes it. */
export async function pasteText({ page }: Visitor, text: string): Promise<void> {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press("Control+v");
}
