import { expect, test } from "vitest";
import { signInAs } from "./support/account.js";
import { DESKTOP, openVisitor } from "./support/visitor.js";

test("an officer signs in on a computer with the phone, and signs out there alone", async () => {
  const phone = await openVisitor();
  await signInAs(phone, "示例干部");
  const computer = await openVisitor({ viewport: DESKTOP });
  await computer.page.goto("/#/pages/me/index");
  await computer.page.getByRole("button", { name: "用手机微信登录" }).click();
  const code = await computer.page.locator(".short-code").textContent();
  await computer.page.getByRole("img", { name: /^登录码/ }).waitFor();

  await phone.page.getByRole("button", { name: /^输入登录码/ }).tap();
  await phone.page.getByText(/别人发来的码不要点/).waitFor();
  await phone.page.getByLabel("电脑或浏览器上显示的登录码").fill(code ?? "");
  await phone.page.getByRole("button", { name: "是我在登录" }).tap();
  await phone.page.getByText("✓ 那边登录好了").waitFor();

  await computer.page.getByText("✓ 登录好了").waitFor();
  await computer.page.getByRole("button", { name: "好", exact: true }).click();
  await computer.page.getByRole("button", { name: "工会工作台" }).click();
  await computer.page.getByRole("group", { name: "只看" }).waitFor();

  await computer.page.goto("/#/pages/me/index");
  await computer.page.reload();
  await computer.page.getByRole("button", { name: "退出登录" }).click();
  await computer.page.getByRole("button", { name: "用手机微信登录" }).waitFor();
  await phone.page.goto("/#/union/uniformity/index");
  await phone.page.getByRole("group", { name: "只看" }).waitFor();
});

test("a code that was used once signs nobody else in", async () => {
  const phone = await openVisitor({ expectedComplaint: /status of 410/ });
  await signInAs(phone, "示例干部");
  const [first, second] = [await openVisitor({ viewport: DESKTOP }), await openVisitor({ viewport: DESKTOP })];
  const codes: string[] = [];
  for (const { page } of [first, second]) {
    await page.goto("/#/account/computer/index");
    codes.push((await page.locator(".short-code").textContent()) ?? "");
  }
  expect(codes[0]).not.toBe(codes[1]);
  const approve = async () => {
    await phone.page.goto("about:blank");
    await phone.page.goto("/#/account/approve/index");
    await phone.page.getByLabel("电脑或浏览器上显示的登录码").fill(codes[0] ?? "");
    await phone.page.getByRole("button", { name: "是我在登录" }).tap();
  };
  await approve();
  await first.page.getByText("✓ 登录好了").waitFor();
  await approve();
  await phone.page.getByRole("alert").waitFor();
  expect(await second.page.getByText("✓ 登录好了").count()).toBe(0);
});
