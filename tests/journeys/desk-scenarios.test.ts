import { expect, test } from "vitest";
import { givenStationsOf, openClerk } from "./support/desk.js";

test("an officer marks where a site is decided upon, keeps the plan under a name, and compares it; the link opens the same", async () => {
  await givenStationsOf("方案站", 2);
  const visitor = await openClerk("/desk/scenarios?city=%226402%22&hours=20&sites=1");
  const { page } = visitor;
  const steps = page.locator(".plan-steps li");
  await steps.first().waitFor();
  const before = await steps.allTextContents();
  expect(before.join()).toContain("设一个新站");
  await page.getByRole("button", { name: "把现在填的存成方案" }).click();
  await page.getByRole("dialog").getByLabel("名字").fill("不定新站");
  await page.getByRole("dialog").getByRole("button", { name: "存下来" }).click();
  await page.getByRole("button", { name: "不定新站", exact: true }).waitFor();

  await page.locator(".scenario-map .leaflet-overlay-pane canvas").waitFor();
  const coordinates = page.getByLabel("粘贴坐标");
  await coordinates.fill("30.1,104.1");
  await page.getByRole("button", { name: "标上" }).click();
  await page.getByText("这里不在服务圈的格子里").waitFor();
  await coordinates.fill("39.05,106.3801");
  await page.getByRole("button", { name: "标上" }).click();
  await page.getByRole("button", { name: "已经定了的新站 1" }).waitFor();
  await page.getByLabel("每周多开几站时").fill("10");
  await page.getByRole("button", { name: "改了，算一算" }).click();
  await page.getByText("定了的新站开了以后").waitFor();
  expect(page.url()).toMatch(/fixed=89/);

  await page.getByRole("button", { name: "和它比" }).click();
  const compared = page.getByRole("table", { name: "两个方案比一比" });
  await compared.getByText("每周 10 站时").waitFor();
  expect(await compared.getByRole("columnheader").allTextContents()).toEqual(["现在填的", "不定新站"]);
  await compared.getByText("每周 20 站时").waitFor();

  const same = await visitor.context.newPage();
  await same.goto(page.url());
  const again = same.getByRole("table", { name: "两个方案比一比" });
  await again.getByText("每周 10 站时").waitFor();
  await again.getByText("每周 20 站时").waitFor();
  expect(await again.textContent()).toBe(await compared.textContent());

  await page.getByRole("button", { name: "删掉", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "删掉" }).click();
  await page.getByText("还没有。存好的").waitFor();
});
