import { expect, it } from "vitest";
import type { AuditLine } from "../../shared/audit/audit-answer.js";
import { MINUTE_MS } from "../../shared/common/time.js";
import { signInAs } from "./support/account.js";
import { openKeeper } from "./support/keeper.js";
import { doorsOf, findNearby, listOf } from "./support/nearby.js";
import { inOwnTown } from "./support/origin.js";
import { EARLY, MORNING, townStations } from "./support/town.js";
import { DESKTOP, openVisitor, type Visitor } from "./support/visitor.js";

inOwnTown();

const door = townStations().find(({ name }) => name === EARLY);
if (door === undefined) throw new Error("the town has no such door");

async function signIn({ page }: Visitor, as: "worker" | "officer", name: string): Promise<string> {
  const answer = await page.request.post("/api/sign-in/demo", { data: { as, name } });
  const { token }: { token: string } = await answer.json();
  return token;
}

/** Somebody at the door of EARLY who is signed in, so that two of them at one address are two people. */
async function worker(name: string): Promise<Visitor> {
  const visitor = await openVisitor({ standsAt: door?.location });
  const token = await signIn(visitor, "worker", name);
  await visitor.page.route("**/reports", (route) =>
    route.continue({ headers: { ...route.request().headers(), authorization: `Bearer ${token}` } }),
  );
  return visitor;
}

async function tellDoorShut({ page }: Visitor): Promise<void> {
  const answered = page.waitForResponse((response) => response.url().endsWith("/reports"));
  await page.getByRole("button", { name: `门关着？告诉大家：${EARLY}` }).click();
  expect((await answered).status()).toBe(201);
  await page.getByText("记下了，谢谢").waitFor();
}

/** What was done and by whom, as the officer reads it of one station and its tasks, oldest first. */
async function recordOf(officer: Visitor, stationId: string): Promise<string[]> {
  const token = await signIn(officer, "officer", "周干部");
  const headers = { authorization: `Bearer ${token}` };
  const audit = await officer.page.request.get(`/api/audit?stationId=${stationId}`, { headers });
  const { entries }: { entries: AuditLine[] } = await audit.json();
  return entries.map(({ action, author }) => `${action} ${author.role ?? "nobody"}`).reverse();
}

it("two workers report a shut door, a third sees it drop, its keeper opens it again, a reporter sees the answer, the officer reads it all", async () => {
  const [li, wang] = [await worker("李师傅"), await worker("王师傅")];
  for (const one of [li, wang]) await findNearby(one);
  expect((await doorsOf(li.page))[0]).toContain(EARLY);
  await tellDoorShut(li);
  // For whoever has just seen it shut it goes last at once, also after a restart; for others nothing has changed yet.
  await li.page.getByRole("button", { name: "找别的驿站" }).click();
  await expect.poll(async () => (await doorsOf(li.page))[0]).not.toContain(EARLY);
  await li.page.reload();
  await listOf(li.page).waitFor();
  const row = (visitor: Visitor) => listOf(visitor.page).locator(".station-row", { hasText: EARLY });
  expect(await row(li).textContent()).toContain("你刚说门关着");
  await tellDoorShut(wang);

  const third = await openVisitor({ standsAt: door.location });
  await findNearby(third);
  const doors = await doorsOf(third.page);
  expect(doors[0]).not.toContain(EARLY);
  expect(doors.findIndex((name) => name.includes(EARLY))).toBeGreaterThan(0);
  expect(await row(third).textContent()).toContain("有人说门关着");

  const keeper = await openKeeper(door.id, { serverTime: MORNING + 5 * MINUTE_MS });
  await keeper.page.getByRole("heading", { name: "等你处理(1)" }).waitFor();
  await keeper.page.getByText("上报了 2 次，2 次在门口", { exact: false }).waitFor();
  await keeper.page.getByRole("button", { name: "开着，都对" }).tap();
  await keeper.page.getByText("已存").waitFor();
  await keeper.page.getByText("现在开着").waitFor();
  await third.page.reload();
  await listOf(third.page).waitFor();
  expect((await doorsOf(third.page))[0]).toContain(EARLY);

  await li.page.goto("/#/visitor/reports/index");
  await li.page.getByText("站里说处理好了：门开着，站里确认过").waitFor();
  await li.page.getByRole("button", { name: "好了，谢谢" }).click();
  await li.page.getByText("你说已经好了").waitFor();

  const officer = await openVisitor({ viewport: DESKTOP, serverTime: MORNING + 6 * MINUTE_MS });
  const record = await recordOf(officer, door.id);
  expect(record.filter((line) => !/^station:(change|report)/.test(line))).toEqual([
    "task:create nobody",
    "station:turn nobody",
    "station:confirm keeper",
    "task:resolve keeper",
    "task:confirm nobody",
  ]);
  await signInAs(officer, "示例干部");
  await officer.page.goto(`/#/union/audit/index?id=${door.id}`);
  for (const words of ["收到一条上报", "好几个人说门关着", "确认都对", "说上报处理好了", "上报的人说好了"]) {
    await officer.page.getByText(words).first().waitFor();
  }
});
