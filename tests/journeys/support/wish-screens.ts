import { ask } from "./ask.js";
import { givenSignIn } from "./classes.js";
import type { Screen } from "./screens.js";
import type { Visitor } from "./visitor.js";
import { CLAIMED, DELIVERED, givenWish, givenWishOfSomebody, HANDLER, newWorker, READY } from "./wishes.js";

const TAB = "/#/pages/wishes/index";
const FORM = "/#/visitor/make-wish/index";

/** A page of the handler of all wishes in the journeys' town. */
async function asHandler(visitor: Visitor, path: string): Promise<void> {
  await givenSignIn(visitor, "officer", HANDLER);
  await visitor.page.goto(`/#/${path}`);
}

async function fillForm({ page }: Visitor, text: string): Promise<void> {
  await page.goto(FORM);
  await page.getByRole("button", { name: "防寒鞋服" }).click();
  await page.getByRole("textbox", { name: /^想要什么/ }).fill(text);
  await page.getByRole("button", { name: "找离我近的" }).click();
  await page.getByRole("button", { name: "换一个驿站拿" }).waitFor();
}

/** The pages of micro-wishes, of workers, keepers and officers, in every state that looks different. */
export const WISH_SCREENS: readonly Screen[] = [
  {
    name: "wishes, nobody signed in",
    show: async ({ page }) => {
      await page.goto(TAB);
      await page.getByRole("button", { name: "许个心愿" }).waitFor();
      await page.getByRole("heading", { name: "办好的心愿" }).waitFor();
    },
  },
  {
    name: "wishes, claimed",
    show: async (visitor) => {
      await givenWish(visitor, CLAIMED);
      await visitor.page.goto(TAB);
      await visitor.page.getByText(/^已认领，工会最迟 /).waitFor();
    },
  },
  {
    name: "wishes, ready",
    show: async (visitor) => {
      await givenWish(visitor, READY);
      await visitor.page.goto(TAB);
      await visitor.page.getByRole("img", { name: /^取货码/ }).waitFor();
    },
  },
  {
    name: "wishes, referred",
    show: async (visitor) => {
      await givenWish(visitor, [], { category: "rights", text: "老板欠我三个月工资" });
      await visitor.page.goto(TAB);
      await visitor.page.getByRole("button", { name: "打 12351 工会热线" }).waitFor();
    },
  },
  {
    name: "wishes, kept for the network",
    options: { expectedComplaint: /ERR_INTERNET_DISCONNECTED/ },
    show: async (visitor) => {
      await givenSignIn(visitor, "worker", newWorker());
      await visitor.page.goto(TAB);
      await visitor.page.getByText("还没有。").or(visitor.page.locator(".wish-wall-card").first()).waitFor();
      await fillForm(visitor, "想要一双防水的鞋");
      await visitor.context.setOffline(true);
      await visitor.page.getByRole("button", { name: "许愿", exact: true }).click();
      await visitor.page.getByText("没网，先记下了").waitFor();
    },
  },
  {
    name: "wish form",
    show: async (visitor) => {
      await fillForm(visitor, "想要一双防水的鞋");
      await visitor.page.getByRole("textbox", { name: "电话" }).fill("138");
      await visitor.page.getByRole("button", { name: "许愿", exact: true }).click();
      await visitor.page.getByRole("alert").waitFor();
    },
  },
  {
    name: "wish form, a matter of rights",
    show: async (visitor) => {
      await givenSignIn(visitor, "worker", newWorker());
      await fillForm(visitor, "老板欠我三个月工资不给");
      await visitor.page.getByRole("button", { name: "许愿", exact: true }).click();
      await visitor.page.getByRole("button", { name: "不是这回事，继续许愿" }).waitFor();
    },
  },
  {
    name: "wish form, another station",
    show: async (visitor) => {
      await fillForm(visitor, "想要一双防水的鞋");
      await visitor.page.getByRole("button", { name: "换一个驿站拿" }).click();
      await visitor.page.getByRole("button", { name: "换个地方找" }).waitFor();
    },
  },
  {
    name: "wish, asked",
    show: async (visitor) => {
      const { id } = await givenWish(visitor, [["ask", { question: "要多大码的？" }]]);
      await visitor.page.goto(`/#/visitor/wish/index?id=${id}`);
      await visitor.page.getByText("工会问：要多大码的？").waitFor();
    },
  },
  {
    name: "wish, being changed",
    show: async (visitor) => {
      const { id } = await givenWish(visitor);
      await visitor.page.goto(`/#/visitor/wish/index?id=${id}`);
      await visitor.page.getByRole("button", { name: /^改一改/ }).click();
      await visitor.page.getByRole("textbox", { name: /^想要什么/ }).fill("老板欠我工资，还想要一副防寒手套");
      await visitor.page.getByText("工会会看新写的话。").waitFor();
    },
  },
  {
    name: "wish, a new slip",
    show: async (visitor) => {
      await givenSignIn(visitor, "officer");
      await makeSlip(visitor);
      await visitor.page.goto("/#/pages/wishes/index");
      await visitor.page
        .getByRole("button", { name: /^看详细/ })
        .first()
        .click();
      await visitor.page.getByRole("button", { name: "纸条丢了？重开一张" }).click();
      await visitor.page.getByRole("button", { name: "重开，给我新的码" }).waitFor();
    },
  },
  {
    name: "wish, delivered",
    show: async (visitor) => {
      const { id } = await givenWish(visitor, DELIVERED);
      await visitor.page.goto(`/#/visitor/wish/index?id=${id}`);
      await visitor.page.getByRole("button", { name: "拿到了，谢谢" }).waitFor();
    },
  },
  {
    name: "wish, something is wrong",
    show: async (visitor) => {
      const { id } = await givenWish(visitor, DELIVERED);
      await visitor.page.goto(`/#/visitor/wish/index?id=${id}`);
      await visitor.page.getByRole("button", { name: "不对，没拿到" }).click();
      await visitor.page.getByRole("button", { name: "东西不对" }).click();
    },
  },
  {
    name: "wish, to rate",
    show: async (visitor) => {
      const { id, token } = await givenWish(visitor, DELIVERED);
      await ask("POST", `/wishes/${id}/confirm`, token, {});
      await visitor.page.goto(`/#/visitor/wish/index?id=${id}`);
      await visitor.page.getByRole("button", { name: "很好" }).click();
    },
  },
  {
    name: "wish, not mine",
    show: async ({ page }) => {
      await page.goto("/#/visitor/wish/index?id=ws_12345678");
      await page.getByRole("heading", { name: "登录了才看得到这个心愿" }).waitFor();
    },
  },
  {
    name: "keeper, wishes to hand over",
    show: async (visitor) => {
      await givenWishOfSomebody(READY);
      await asHandler(visitor, "keeper/wishes/index");
      await visitor.page.getByRole("textbox", { name: "他的取货码" }).first().waitFor();
    },
  },
  {
    name: "keeper, a slip",
    show: async (visitor) => {
      await givenSignIn(visitor, "officer");
      await makeSlip(visitor);
    },
  },
  {
    name: "slip, asked after",
    show: async (visitor) => {
      await givenSignIn(visitor, "officer");
      const code = await makeSlip(visitor);
      await visitor.page.goto(`/#/visitor/slip/index?code=${code}`);
      await visitor.page.getByText(/^工会最迟 /).waitFor();
    },
  },
  {
    name: "union, wishes",
    show: async (visitor) => {
      await givenWishOfSomebody();
      await givenWishOfSomebody(CLAIMED);
      await asHandler(visitor, "union/wishes/index");
      await visitor.page
        .getByRole("button", { name: /^选上：/ })
        .first()
        .click();
      await visitor.page.getByRole("button", { name: "同意选上的 1 个" }).waitFor();
    },
  },
  {
    name: "union, no wishes",
    show: async (visitor) => {
      await asHandler(visitor, "union/wishes/index?street=没有这条街");
      await visitor.page.getByRole("heading", { name: "现在没有要办的" }).waitFor();
    },
  },
  {
    name: "union, one wish beside its like",
    show: async (visitor) => {
      await givenWishOfSomebody();
      const id = await givenWishOfSomebody();
      await asHandler(visitor, `union/wish/index?id=${id}`);
      await visitor.page
        .getByRole("button", { name: /^并到这个一起办/ })
        .first()
        .waitFor();
    },
  },
  {
    name: "union, a wish is ready",
    show: async (visitor) => {
      const id = await givenWishOfSomebody(CLAIMED);
      await asHandler(visitor, `union/wish/index?id=${id}`);
      await visitor.page.getByRole("button", { name: "看联系方式" }).click();
      await visitor.page.getByText("这次查看已经记下，本人看得到。").waitFor();
      await visitor.page.getByRole("button", { name: "准备好了" }).click();
      await visitor.page.getByRole("button", { name: "确定准备好了" }).waitFor();
    },
  },
  {
    name: "union, figures of wishes",
    show: async (visitor) => {
      await givenWishOfSomebody(CLAIMED);
      await asHandler(visitor, "union/wish-figures/index");
      await visitor.page.getByRole("heading", { name: "合计" }).waitFor();
    },
  },
];

/** A wish for somebody without a phone, and the code on the slip that comes of it. */
async function makeSlip({ page }: Visitor): Promise<string> {
  await page.goto(`${FORM}?for=other`);
  await page.getByRole("button", { name: "电饭锅、电风扇" }).click();
  await page.getByRole("textbox", { name: /^他想要什么/ }).fill("想要一个保温杯");
  await page.getByRole("button", { name: "找离我近的" }).click();
  await page.getByRole("button", { name: "换一个驿站拿" }).waitFor();
  await page.getByRole("textbox", { name: "他怎么称呼" }).fill(newWorker());
  await page.getByRole("button", { name: "许愿", exact: true }).click();
  await page.getByRole("button", { name: "打印纸条" }).waitFor();
  return ((await page.locator(".slip-letters").textContent()) ?? "").replace(/\s/g, "");
}
