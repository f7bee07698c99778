import type { Visitor } from "./visitor.js";

/** Signs in under 我的 as one of the made-up people of the demo, as a phone with WeChat does by itself. */
export async function signInAs({ page }: Visitor, person: "示例职工" | "示例站长" | "示例干部"): Promise<void> {
  await page.goto("/#/pages/me/index");
  await page.getByRole("button", { name: person }).click();
  await page.getByRole("button", { name: "退出登录" }).waitFor();
}
