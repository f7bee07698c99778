import { expect, it } from "vitest";
import { MINUTE_MS } from "../../shared/core/time.js";
import { doorsOf, findNearby, listOf } from "./support/nearby.js";
import { EARLY, MORNING, townStations } from "./support/town.js";
import { openVisitor, setServerClock, type Visitor } from "./support/visitor.js";

const door = townStations().find(({ name }) => name === EARLY);
if (door === undefined) throw new Error("the town has no such door");

async function signIn({ page }: Visitor, as: "worker" | "keeper" | "officer", name: string): Promise<string> {
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
  await page.getByRole("button", { name: `门关着?告诉大家:${EARLY}` }).click();
  expect((await answered).status()).toBe(201);
  await page.getByText("记下了,谢谢").waitFor();
}

it("two workers report a shut door, a third sees it drop, an officer confirms it, a reporter sees the answer", async () => {
  const [li, wang] = [await worker("李师傅"), await worker("王师傅")];
  for (const one of [li, wang]) await findNearby(one);
  expect((await doorsOf(li.page))[0]).toContain(EARLY);
  await tellDoorShut(li);
  await tellDoorShut(wang);

  const third = await openVisitor({ standsAt: door.location });
  await findNearby(third);
  const doors = await doorsOf(third.page);
  expect(doors[0]).not.toContain(EARLY);
  expect(doors.findIndex((name) => name.includes(EARLY))).toBeGreaterThan(0);
  const row = listOf(third.page).locator(".station-row", { hasText: EARLY });
  expect(await row.textContent()).toContain("有人说门关着");

  await setServerClock(MORNING + 5 * MINUTE_MS);
  const officer = await signIn(third, "officer", "周干部");
  const headers = { authorization: `Bearer ${officer}` };
  const confirmed = await third.page.request.post(`/api/stations/${door.id}/confirm`, { headers });
  expect(confirmed.status()).toBe(200);
  await third.page.reload();
  await listOf(third.page).waitFor();
  expect((await doorsOf(third.page))[0]).toContain(EARLY);

  await li.page.getByRole("button", { name: "看处理得怎样" }).click();
  await li.page.getByText("站里说处理好了:门开着,站里确认过").waitFor();
  await li.page.getByRole("button", { name: "好了,谢谢" }).click();
  await li.page.getByText("你说已经好了").waitFor();

  const audit = await third.page.request.get(`/api/audit?subject=${door.id}`, { headers });
  const { entries }: { entries: { action: string }[] } = await audit.json();
  const actions = entries.map(({ action }) => action);
  expect(actions).toContain("station:turn");
  expect(actions).toContain("station:confirm");
});
