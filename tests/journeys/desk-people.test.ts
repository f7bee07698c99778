import { expect, test } from "vitest";
import { givenStationsOf, openClerk } from "./support/desk.js";

test("forty keepers are invited from one pasted list, after a wrong line was put right", async () => {
  await givenStationsOf("邀请站", 40);
  const { page } = await openClerk("/desk/people");
  const line = (place: number) => `站长${place}\t邀请站-${String(place).padStart(3, "0")}`;
  const lines = Array.from({ length: 40 }, (_, place) => line(place + 1));
  const field = page.getByLabel(/^从 Excel 贴两列/);

  await field.fill([...lines.slice(0, 39), "站长40\t没有的站"].join("\n"));
  await page.getByText("站长40 没有的站：表里没有这个站").waitFor();
  expect(await page.getByRole("button", { name: "邀请 40 位" }).isDisabled()).toBe(true);

  await field.fill(lines.join("\n"));
  await page.getByText("40 位，都找到了要管的站").waitFor();
  await page.getByRole("button", { name: "邀请 40 位" }).click();
  await page.getByRole("heading", { name: "刚发出的邀请 40" }).waitFor();
  expect(await page.locator(".slip").count()).toBe(40);
  const words = await page.locator(".slip p").first().textContent();
  expect(words).toMatch(
    /^站长1您好，请您做「邀请站 1」的站长。点开 http\S+ ，或者在驿站小程序「我的」里输入邀请码 [A-Z0-9]{10} 。/,
  );
});
