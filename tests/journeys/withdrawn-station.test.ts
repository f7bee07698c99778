import { expect, test } from "vitest";
import { signInAs } from "./support/account.js";
import { givenStationOf, withdraw } from "./support/keeper.js";
import { openVisitor } from "./support/visitor.js";

const NAME = "撤下又回来的驿站";

test("an officer takes a station off the lists, is told of it when adding it anew, and brings it back", async () => {
  const { id } = await givenStationOf(NAME);
  await givenStationOf(`${NAME}旁边的`);
  const officer = await openVisitor({ expectedComplaint: /status of 409/ });
  const worker = await openVisitor({ expectedComplaint: /status of 404/ });
  const look = async () => {
    await worker.page.goto("about:blank");
    await worker.page.goto(`/#/visitor/station/index?id=${id}`);
  };
  await signInAs(officer, "示例干部");
  await officer.page.goto(`/#/visitor/station/index?id=${id}`);
  await withdraw(officer);
  await look();
  await worker.page.getByText("没有这个驿站了").waitFor();
  expect(await worker.page.getByRole("button", { name: /恢复/ }).count()).toBe(0);

  await officer.page.goto("/#/union/uniformity/index");
  await officer.page.getByRole("button", { name: "加一个驿站" }).tap();
  const form = officer.page;
  await form.getByLabel("叫什么").fill(NAME);
  await form.getByLabel("地址").fill("朝阳街 8 号");
  await form.getByRole("button", { name: "大武口区" }).tap();
  await form.getByLabel(/^坐标/).fill("106.376,39.02");
  await form.getByRole("button", { name: "存下来" }).tap();
  await form.getByRole("button", { name: "恢复这个驿站" }).tap();
  await form.getByText(`✓ ${NAME}恢复了`).waitFor();
  await look();
  await worker.page.getByRole("button", { name: /带我去/ }).waitFor();
});
