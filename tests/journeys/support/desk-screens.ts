import { signInAs } from "./account.js";
import { givenStationOf, reportBroken, withdraw } from "./keeper.js";
import type { Screen } from "./screens.js";
import { COMMUNITY } from "./town.js";
import type { Visitor } from "./visitor.js";

/** A page as the demo's officer sees it. */
async function asOfficer(visitor: Visitor, path: string): Promise<void> {
  await signInAs(visitor, "示例干部");
  await visitor.page.goto(`/#/${path}`);
}

/** An invitation that is out, as the officer who made it sees it. */
async function invite({ page }: Visitor): Promise<string> {
  await page.getByRole("button", { name: COMMUNITY, exact: true }).click();
  await page.getByRole("button", { name: "发邀请码" }).click();
  await page.getByRole("img", { name: /^邀请码/ }).waitFor();
  return (await page.locator(".short-code").textContent()) ?? "";
}

/** A name no station has had: one that was taken off the lists keeps its own. */
let named = 0;
function newName(): string {
  named += 1;
  return `长街${named}号驿站`;
}

const INVITE_PAGE = "account/invite/index";

/**
 * The pages of keepers' and officers' desks, of one's account, and the legal ones, in every state that looks
 * different.
 */
export const DESK_SCREENS: readonly Screen[] = [
  {
    name: "me, signed in as an officer",
    show: (visitor) => signInAs(visitor, "示例干部"),
  },
  {
    name: "union, 四统一",
    show: async (visitor) => {
      await asOfficer(visitor, "union/uniformity/index");
      await visitor.page.getByRole("button", { name: "久没确认的在前" }).click();
      await visitor.page.getByRole("button", { name: "久没确认的在前", pressed: true }).waitFor();
      await visitor.page.getByRole("heading", { name: /个驿站，久没确认的在前/ }).waitFor();
    },
  },
  {
    name: "union, withdrawn stations",
    show: async (visitor) => {
      const { id } = await givenStationOf(newName());
      await asOfficer(visitor, `visitor/station/index?id=${id}`);
      await withdraw(visitor);
      await visitor.page.getByRole("button", { name: "看撤下的驿站，可以恢复" }).click();
      // Other journeys have withdrawn more than one page shows.
      await visitor.page
        .getByRole("button", { name: /^恢复这个驿站：/ })
        .first()
        .waitFor();
    },
  },
  {
    name: "union, a new station",
    show: async (visitor) => {
      await asOfficer(visitor, "union/new-station/index");
      await visitor.page.getByLabel(/^几点开门/).fill("周一至周五 8:30-17:30");
      await visitor.page.getByText(/^周一到周五 8:30/).waitFor();
    },
  },
  {
    name: "union, nobody but officers",
    options: { expectedComplaint: /status of 401/ },
    show: async ({ page }) => {
      await page.goto("/#/union/uniformity/index");
      await page.getByRole("button", { name: "用手机微信登录" }).waitFor();
    },
  },
  {
    name: "union, the record",
    show: async (visitor) => {
      const { name } = await givenStationOf(newName());
      await asOfficer(visitor, "union/audit/index");
      await visitor.page.getByRole("heading", { name: new RegExp(`：${name}$`) }).waitFor();
    },
  },
  {
    name: "tasks",
    show: async (visitor) => {
      const { id, name } = await givenStationOf(newName());
      await reportBroken(id, "microwave");
      await asOfficer(visitor, "keeper/tasks/index");
      await visitor.page.getByText(`${name} · 微波炉坏了`).first().waitFor();
    },
  },
  {
    name: "account, code on a computer",
    show: async ({ page }) => {
      await page.goto("/#/account/computer/index");
      await page
        .getByRole("img", { name: /^登录码/ })
        .or(page.getByRole("button", { name: "复制登录码" }))
        .waitFor();
    },
  },
  {
    name: "account, approving a computer",
    show: async (visitor) => {
      await asOfficer(visitor, "account/approve/index?code=ABCD3467");
      await visitor.page.getByRole("button", { name: "是我在登录" }).waitFor();
    },
  },
  {
    name: "account, inviting",
    show: async (visitor) => {
      await asOfficer(visitor, INVITE_PAGE);
      await invite(visitor);
      await visitor.page.getByRole("button", { name: "再邀请一个" }).click();
      await visitor.page.getByRole("heading", { name: "发出去还没人用的" }).waitFor();
      await visitor.page.getByRole("button", { name: COMMUNITY, exact: true }).waitFor();
    },
  },
  {
    name: "account, an invitation to show",
    show: async (visitor) => {
      await asOfficer(visitor, INVITE_PAGE);
      await invite(visitor);
    },
  },
  {
    name: "account, an invitation received",
    show: async (visitor) => {
      await asOfficer(visitor, INVITE_PAGE);
      const code = await invite(visitor);
      await visitor.page.goto("/#/account/invitation/index");
      await visitor.page.getByRole("textbox", { name: "邀请码" }).fill(code);
      await visitor.page.getByRole("button", { name: "看看是什么邀请" }).click();
      await visitor.page.getByRole("button", { name: "接受" }).waitFor();
    },
  },
  {
    name: "account, who holds roles",
    show: async (visitor) => {
      await asOfficer(visitor, "account/people/index");
      await visitor.page.locator(".holder").first().waitFor();
    },
  },
  ...[
    { page: "privacy", title: "隐私政策" },
    { page: "agreement", title: "用户协议" },
    { page: "complaint", title: "投诉" },
  ].map(
    ({ page: name, title }): Screen => ({
      name: `legal, ${name}`,
      show: async ({ page }) => {
        await page.goto(`/#/visitor/${name}/index`);
        await page.getByRole("heading", { name: title }).first().waitFor();
      },
    }),
  ),
];
