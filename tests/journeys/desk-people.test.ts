import { expect, test } from "vitest";
import { ask, tokenOf } from "./support/ask.js";
import { givenStationsOf, openClerk, pasteText } from "./support/desk.js";
import { countEffort } from "./support/effort.js";
import { inOwnTown } from "./support/origin.js";
import { printed } from "./support/printed.js";

inOwnTown();

/** Between margins of 10 mm, in CSS pixels. */
const A4 = { width: 718, height: 1_046 };

test("forty keepers are invited from one pasted list, after a wrong line was put right", async () => {
  await givenStationsOf("邀请站", 40);
  const visitor = await openClerk("/desk/people");
  const { page } = visitor;
  const line = (place: number) => `站长${place}\t邀请站-${String(place).padStart(3, "0")}`;
  const lines = Array.from({ length: 40 }, (_, place) => line(place + 1));
  const field = page.getByLabel(/^从 Excel 贴两列/);

  await field.fill([...lines.slice(0, 39), "站长40\t没有的站"].join("\n"));
  await page.getByText("站长40 没有的站：表里没有这个站").waitFor();
  expect(await page.getByRole("button", { name: "邀请 40 位" }).isDisabled()).toBe(true);

  await field.fill("");
  const effort = await countEffort(page, "invite forty");
  await field.click();
  await pasteText(visitor, lines.join("\n"));
  await page.getByText("40 位，都找到了要管的站").waitFor();
  await page.getByRole("button", { name: "邀请 40 位" }).click();
  await page.getByRole("heading", { name: "刚发出的邀请 40" }).waitFor();
  expect(await effort()).toMatchObject({ clicks: 2, keys: 1 });
  expect(await page.locator(".slip").count()).toBe(40);
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize(A4);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(A4.width);
  const words = await page.locator(".slip p").first().textContent();
  const sheets = await printed(page, "slips");
  expect(sheets).toHaveLength(7);
  expect(sheets.map(({ width, height }) => height / width > 1.41)).toEqual(Array(7).fill(true));
  const text = sheets.map((sheet) => sheet.text).join("");
  for (const slip of await page.locator(".slip").allTextContents()) {
    // The code stands whole on its slip, and nothing else of the page is printed.
    const code = /邀请码 ([A-Z0-9]{10})/.exec(slip)?.[1] ?? "no code";
    expect(text).toContain(code);
  }
  expect(text).not.toContain("复制全部");
  expect(words).toMatch(
    /^站长1您好，请您做「邀请站 1」的站长。点开 http\S+ ，或者在驿站小程序「我的」里输入邀请码 [A-Z0-9]{10} 。/,
  );
});

test("stations without a keeper begin the list, an invitation is taken back, and a role is taken away", async () => {
  const [one, two] = await givenStationsOf("缺人站", 2);
  const officer = await tokenOf({ as: "officer" });
  const invite = async (name: string) => {
    const invitation = { role: "keeper", stationIds: [one?.id], name };
    return (await ask<{ code: string }>("POST", "/invitations", officer, invitation)).code;
  };
  await ask(
    "POST",
    `/invitations/${await invite("在任站长")}/accept`,
    await tokenOf({ as: "worker", name: "在任站长" }),
  );
  await invite("没来的人");
  const { page } = await openClerk("/desk/people");
  const gaps = page.getByRole("region", { name: "缺人的驿站" });
  await gaps.getByText("没有站长").waitFor();
  await gaps.getByRole("link", { name: "列出来，填名字邀请" }).first().click();
  await expect.poll(() => page.getByLabel(/^从 Excel 贴两列/).inputValue()).toContain(`\t${two?.code}`);
  await page.getByText("没写名字").first().waitFor();

  await page.getByText(/^发出去、还没人用的邀请/).click();
  await page.getByRole("button", { name: "收回给没来的人的邀请" }).click();
  await page.getByRole("button", { name: "收回给没来的人的邀请" }).waitFor({ state: "detached" });

  const row = page.getByRole("row", { name: /在任站长/ });
  await row.getByText("今天").waitFor();
  await row.getByRole("button", { name: "收回站长：在任站长" }).click();
  await page.getByRole("button", { name: "收回", exact: true }).last().click();
  await row.waitFor({ state: "detached" });
});
