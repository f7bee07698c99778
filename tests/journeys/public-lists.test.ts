import { expect, test } from "vitest";
import { DAY_MS } from "../../shared/common/time.js";
import { signInAs } from "./support/account.js";
import { ask, tokenOf } from "./support/ask.js";
import { openClerk } from "./support/desk.js";
import { inOwnTown } from "./support/origin.js";
import { COMMUNITY, MORNING } from "./support/town.js";
import { openVisitor, setServerClock } from "./support/visitor.js";

const DISTRICT = "640104";
/** Besides who votes on the phone. */
const OTHERS = 9;

inOwnTown();

async function givenCourse(): Promise<void> {
  const officer = await tokenOf({ as: "officer" });
  await ask("POST", "/courses", officer, {
    title: "电动车自己修",
    category: "other",
    venueId: "st_community",
    capacity: 20,
    schedule: {
      kind: "weekly",
      weekdays: [3],
      startsAt: "19:00",
      durationMinutes: 90,
      from: "2026-11-01",
      until: "2026-12-31",
    },
  });
}

test("a number opens the stations it counts; ten who want a class are counted the next day and told when it opens", async () => {
  const visitor = await openVisitor();
  const { page } = visitor;
  await signInAs(visitor, "示例职工");
  await page.getByRole("button", { name: /^三张清单/ }).tap();
  await page.getByRole("heading", { name: "资源清单" }).waitFor();
  await page.getByRole("button", { name: /^微波炉 / }).tap();
  await page.getByRole("button", { name: new RegExp(COMMUNITY) }).tap();
  await page.getByRole("heading", { name: COMMUNITY }).waitFor();
  await page.goBack();

  for (let n = 0; n < OTHERS; n++) {
    const token = await tokenOf({ as: "worker", name: `想学修车的人 ${n}` });
    await ask("PUT", "/wanted-classes", token, { district: DISTRICT, subject: "ebike_repair", wants: true });
  }
  await page.getByRole("button", { name: "需求清单" }).tap();
  await page.getByText("先在上面选你的区").waitFor();
  await page.getByRole("button", { name: "兴庆区", exact: true }).tap();
  await page.getByRole("button", { name: "需求清单" }).tap();
  await page.getByText("还没有人说想学什么。").waitFor();
  const chip = page.getByRole("button", { name: "电动车维修", exact: true });
  await chip.tap();
  await page.locator("[aria-pressed=true]", { hasText: "电动车维修" }).waitFor();

  await setServerClock(MORNING + DAY_MS);
  await page.reload();
  await page.getByRole("button", { name: "需求清单" }).tap();
  await page.getByText("10 个人", { exact: true }).waitFor();

  await givenCourse();
  const clerk = await openClerk("/desk/wanted-classes", { serverTime: MORNING + DAY_MS });
  await clerk.page.getByRole("button", { name: "开课了：兴庆区，电动车维修" }).click();
  await clerk.page.getByRole("button", { name: "就是这门课，告诉 10 个人" }).click();
  await clerk.page.getByText("告诉了 10 个人").waitFor();

  await setServerClock(MORNING + DAY_MS + 120_000);
  await page.reload();
  await page.getByRole("button", { name: "兴庆区", exact: true }).tap();
  await page.getByRole("button", { name: "需求清单" }).tap();
  await page.getByRole("button", { name: /^电动车维修 10 个人，开课了/ }).waitFor();
  await page.getByRole("button", { name: "你想学的电动车维修开课了：电动车自己修" }).tap();
  await page.getByRole("heading", { name: "电动车自己修" }).waitFor();
});

test("all three lists are on one A4 page", async () => {
  const { page } = await openVisitor();
  await page.goto("/#/visitor/lists/index");
  await page.getByRole("heading", { name: "资源清单" }).waitFor();
  expect(await page.getByRole("heading", { name: "需求清单" }).isVisible()).toBe(false);
  await page.emulateMedia({ media: "print" });
  await page.getByRole("heading", { name: "服务清单" }).waitFor();
  await page.getByRole("heading", { name: "需求清单" }).waitFor();
  expect(await page.getByRole("button", { name: "打印清单" }).isVisible()).toBe(false);
  const paper = (await page.pdf({ format: "A4" })).toString("latin1");
  expect(paper.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
});
