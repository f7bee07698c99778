import { expect, test } from "vitest";
import type { StationDetail } from "../../shared/stations/station-answer.js";
import { givenStationsOf, openClerk } from "./support/desk.js";

test("a clerk adds a service with hours of its own, sees how they are read, changes it and takes it away", async () => {
  const [station] = await givenStationsOf("定时服务站", 1);
  const clerk = await openClerk(`/desk/stations?q=${encodeURIComponent("定时服务站")}`);
  const { page } = clerk;
  const seen = async () =>
    ((await (await page.request.get(`/api/stations/${station?.id}`)).json()) as StationDetail).timedServices?.map(
      ({ name, hours, note }) => [name, hours.written, note],
    );
  await page.getByRole("gridcell", { name: "定时服务站 1", exact: true }).click();
  const panel = page.getByRole("complementary", { name: "这个驿站" });
  const added = panel.getByRole("group", { name: "加一项" });
  await added.getByRole("textbox", { name: "服务的名字" }).fill("法律援助");
  const hours = added.getByRole("textbox", { name: "加一项什么时候有" });
  await hours.fill("有空就来");
  await added.getByText(/看不懂.*要写成/).waitFor();
  expect(await added.getByRole("button", { name: "加上" }).isDisabled()).toBe(true);
  await hours.fill("周二14:00-16:00");
  await added.getByText("读成：周二 14:00–16:00").waitFor();
  await added.getByRole("button", { name: "加上" }).click();
  const row = panel.getByRole("group", { name: "法律援助" });
  await row.waitFor();
  expect(await seen()).toEqual([["法律援助", "周二14:00-16:00", null]]);

  // Enter stores the service, and not the station that it stands in.
  await row.getByRole("textbox", { name: "法律援助的说明" }).fill("二楼");
  await row.getByRole("textbox", { name: "法律援助的说明" }).press("Enter");
  await expect.poll(seen).toEqual([["法律援助", "周二14:00-16:00", "二楼"]]);
  await row.getByRole("button", { name: "删掉法律援助" }).click();
  await row.waitFor({ state: "detached" });
  expect(await seen()).toEqual([]);
});
