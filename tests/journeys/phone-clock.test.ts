import { expect, test } from "vitest";
import { HOUR_MS } from "../../shared/common/time.js";
import { beijing } from "../support/given.js";
import { doorsOf, findNearby, listOf } from "./support/nearby.js";
import { CLINIC, COMMUNITY, MORNING } from "./support/town.js";
import { openVisitor } from "./support/visitor.js";

for (const [wrong, offsetMs] of [
  ["three hours fast", 3 * HOUR_MS],
  ["three hours slow", -3 * HOUR_MS],
] as const) {
  test(`a phone clock ${wrong} changes nothing about what is open, in the list and on the station's page`, async () => {
    const visitor = await openVisitor({ phoneTime: MORNING + offsetMs });
    const { page } = visitor;
    await findNearby(visitor);
    expect((await doorsOf(page)).slice(0, 2)).toEqual([COMMUNITY, CLINIC]);
    await listOf(page).getByText("10:20 关门，还有 20 分钟").waitFor();
    await page.getByRole("button", { name: `看详情：${COMMUNITY}` }).tap();
    const station = page.locator(".page.station");
    await station.getByText("今天 09:00 确认").waitFor();
    await station.getByText("现在开着 · 20:00 关门").waitFor();
    await station.getByText("周三 · 今天").waitFor();
  });
}

test("a list left open grows old by the server's time: an open door becomes one that closes soon", async () => {
  const visitor = await openVisitor({
    serverTime: beijing("2026-11-18T09:40"),
    phoneTime: beijing("2026-11-18T05:00"),
  });
  const { page } = visitor;
  await findNearby(visitor);
  const row = listOf(page).getByRole("button", { name: CLINIC });
  await row.getByText("现在开着 · 10:20 关门").waitFor();
  await page.clock.fastForward("25:00");
  await row.getByText("10:20 关门，还有 15 分钟").waitFor();
  await page.clock.fastForward("20:00");
  await row.getByText("不知道开没开").waitFor();
});
