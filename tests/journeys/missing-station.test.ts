import { expect, test } from "vitest";
import { beijing } from "../support/given.js";
import { openClerk } from "./support/desk.js";
import { findNearby } from "./support/nearby.js";
import { inOwnTown } from "./support/origin.js";
import { openVisitor } from "./support/visitor.js";

const DEEP_NIGHT = beijing("2026-11-18T02:40");

inOwnTown();

test("from an empty list two taps say that a station is missing, another joins, and the office answers", async () => {
  const visitor = await openVisitor({ serverTime: DEEP_NIGHT });
  const { page } = visitor;
  await findNearby(visitor);
  await page.getByRole("button", { name: "这里该有个站" }).tap();
  await page.getByText("我在的这一带，2 点左右，缺能进去歇脚的地方").waitFor();
  await page.getByRole("button", { name: "说一声：这里该有个站" }).tap();
  await page.getByText("记下了，谢谢。有回话会写在下面。").waitFor();
  await page.getByRole("heading", { name: "我说过的" }).waitFor();
  await page.getByText("等工会回话").waitFor();

  // What the first one said is no longer offered to them, and is to others, at the same address one person with them.
  expect(await page.getByRole("button", { name: /^我也要/ }).count()).toBe(0);
  const other = await openVisitor({ serverTime: DEEP_NIGHT });
  await findNearby(other);
  await other.page.getByRole("button", { name: "这里该有个站" }).tap();
  await other.page.getByRole("heading", { name: "这一带大家说的" }).waitFor();
  await other.page.getByRole("button", { name: "我也要：能进去歇脚的地方" }).tap();
  await other.page.getByRole("heading", { name: "我说过的" }).waitFor();
  await other.page.getByText("1 个人说过").waitFor();

  const clerk = await openClerk("/desk/missing-stations");
  await clerk.page.getByRole("button", { name: /^回话：能进去歇脚的地方/ }).click();
  await clerk.page.getByRole("textbox", { name: "说一句" }).fill("明年三月在路口开一个");
  await clerk.page.getByRole("button", { name: "回给 1 个人" }).click();
  await clerk.page.getByText("列入计划了：明年三月在路口开一个").waitFor();

  await page.reload();
  await page.getByText("列入计划了：明年三月在路口开一个").waitFor();
});
