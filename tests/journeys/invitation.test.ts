import { expect, test } from "vitest";
import { signInAs } from "./support/account.js";
import { givenStationOf } from "./support/keeper.js";
import { DESKTOP, openVisitor, type Visitor } from "./support/visitor.js";

/** An officer at the computer makes an invitation to keep a station, and reads the code out. */
async function inviteKeeper({ page }: Visitor, station: string, name: string): Promise<string> {
  await page.goto("/#/pages/me/index");
  await page.getByRole("button", { name: /^邀请站长、干部/ }).click();
  await page.getByLabel("怎么称呼(可以不填)，如 张站长").fill(name);
  await page.getByRole("button", { name: station, exact: true }).click();
  await page.getByRole("button", { name: "发邀请码" }).click();
  await page.getByRole("img", { name: /^邀请码/ }).waitFor();
  return (await page.locator(".short-code").textContent()) ?? "";
}

async function look({ page }: Visitor, code: string): Promise<void> {
  await page.goto("/#/account/invitation/index");
  const button = page.getByRole("button", { name: "看看是什么邀请" });
  // The page takes what is typed once it has come in.
  await expect
    .poll(async () => {
      await page.getByLabel("邀请码").fill(code);
      return button.isEnabled();
    })
    .toBe(true);
  await button.tap();
}

test("the invited accepts, reaches the desk, and is refused at the next tap once the officer has revoked it", async () => {
  const { id, name } = await givenStationOf("邀请街驿站");
  const officer = await openVisitor({ viewport: DESKTOP });
  await signInAs(officer, "示例干部");
  const code = await inviteKeeper(officer, name, "新站长");

  const invited = await openVisitor({ expectedComplaint: /status of 403/ });
  await signInAs(invited, "示例职工");
  expect(await invited.page.getByRole("button", { name: "站长工作台" }).count()).toBe(0);
  await look(invited, code);
  await invited.page.getByText(`请你做站长，管：${name}`).waitFor();
  await invited.page.getByRole("button", { name: "接受" }).tap();
  await invited.page.getByRole("button", { name: "去看看" }).tap();
  await invited.page.getByRole("button", { name: "站长工作台" }).tap();
  await invited.page.getByRole("heading", { name }).waitFor();
  await invited.page.getByRole("button", { name: "都对，确认" }).tap();
  await invited.page.getByText("已存").waitFor();

  await officer.page.goto("/#/account/people/index");
  await officer.page.locator(".holder", { hasText: name }).getByRole("button", { name: "撤销" }).click();
  await officer.page.getByText("撤销", { exact: true }).last().click();
  await officer.page.locator(".holder", { hasText: name }).waitFor({ state: "detached" });

  await invited.page.getByRole("button", { name: "要关一会儿" }).tap();
  await invited.page.getByRole("button", { name: /^1 小时/ }).tap();
  await invited.page.getByText(/没存上：你现在管不了这个驿站/).waitFor();
  await invited.page.getByText("现在开着").waitFor();
  const seen = await invited.page.request.get(`/api/stations/${id}`);
  expect(await seen.json()).toMatchObject({ closure: null });
  await invited.page.reload();
  await invited.page.getByText("你还没有管驿站").waitFor();
  await invited.page.getByText(/没存上：你现在管不了这个驿站/).waitFor();
  await invited.page.getByRole("button", { name: "不要了" }).tap();
  await invited.page.getByText(/没存上/).waitFor({ state: "detached" });
});

test("an invitation that is taken back is good for nothing", async () => {
  const { name } = await givenStationOf("收回街驿站");
  const officer = await openVisitor({ viewport: DESKTOP });
  await signInAs(officer, "示例干部");
  const code = await inviteKeeper(officer, name, "发错人");
  await officer.page.getByRole("button", { name: "再邀请一个" }).click();
  const out = officer.page.locator(".holder", { hasText: "发错人" });
  await out.getByRole("button", { name: /^收回邀请码/ }).click();
  await officer.page.getByText("收回", { exact: true }).last().click();
  await out.waitFor({ state: "detached" });

  const invited = await openVisitor({ expectedComplaint: /status of 410/ });
  await signInAs(invited, "示例职工");
  await look(invited, code);
  await invited.page.getByText(/已经收回了/).waitFor();
});
