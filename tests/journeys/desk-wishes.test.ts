import { expect, test } from "vitest";
import { ask, tokenOf } from "./support/ask.js";
import { openClerk } from "./support/desk.js";
import { inOwnTown } from "./support/origin.js";
import { givenWishOfSomebody } from "./support/wishes.js";

inOwnTown();

test("all that waits is approved at once; one is claimed, prepared and handed over by keyboard alone", async () => {
  const { page } = await openClerk("/desk/today");
  for (let turn = 0; turn < 3; turn++) await givenWishOfSomebody([], { category: "health", text: `老花镜 ${turn}` });
  await page.goto("/desk/wishes?category=health");
  const column = (name: string) => page.getByRole("region", { name, exact: true });
  const told = page.getByRole("status");
  await column("待审核").getByText("老花镜 2").waitFor();

  await page.getByRole("button", { name: "全选待审核 3" }).click();
  await page.keyboard.press("a");
  await told.getByText("同意了 3 个").waitFor();
  await column("待认领").getByText("老花镜 2").waitFor();

  await page.keyboard.press("j");
  await page.keyboard.press("c");
  await page.getByLabel(/^哪个单位来办/).waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("move-unit");
  await page.keyboard.type("市邮政");
  await page.keyboard.press("Enter");
  await told.getByText(/认领$/).waitFor();
  await column("办理中").getByText("市邮政").waitFor();

  await page.keyboard.press("f");
  await page.getByLabel("放在哪个站").waitFor();
  await page.getByLabel(/^什么时候能拿/).focus();
  await page.keyboard.press("Enter");
  await told.getByText(/准备好了$/).waitFor();
  await column("等人来拿").getByText("市邮政").waitFor();

  await page.keyboard.press("f");
  await page.getByLabel(/^取货码/).focus();
  await page.keyboard.press("Enter");
  await told.getByText(/交到手里了$/).waitFor();
  await column("等本人确认").getByText("市邮政").waitFor();
});

test("two are turned down with one reason, which stands in their record", async () => {
  const { page } = await openClerk("/desk/today");
  const ids = [
    await givenWishOfSomebody([], { category: "family", text: "全家福一张" }),
    await givenWishOfSomebody([], { category: "family", text: "想要两千块钱" }),
  ];
  await page.goto("/desk/wishes?category=family");
  await page.getByRole("button", { name: "全选待审核 2" }).click();
  await page.getByRole("button", { name: "不同意…" }).click();
  await page.getByLabel("为什么").selectOption({ label: "心愿不发现金" });
  await page.getByRole("button", { name: "不同意 2 个" }).click();
  await page.getByRole("status").getByText("没同意了 2 个").waitFor();
  const officer = await tokenOf({ as: "officer" });
  for (const id of ids) {
    const wish = await ask<{ state: string; history: { reason: string | null }[] }>(
      "GET",
      `/wishes/${id}?contact=no`,
      officer,
    );
    expect(wish).toMatchObject({ state: "rejected" });
    expect(wish.history.map(({ reason }) => reason)).toContain("心愿不发现金");
  }
});
