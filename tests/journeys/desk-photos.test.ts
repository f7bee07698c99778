import { expect, test } from "vitest";
import { ask, tokenOf } from "./support/ask.js";
import { givenStationsOf, openClerk } from "./support/desk.js";
import { inOwnTown } from "./support/origin.js";
import { addPhoto, letPhotosWait } from "./support/photos.js";

inOwnTown();

const keeper = {
  photos: async (id: string) =>
    (
      await ask<{ photos: { check: string; refusedFor: string | null }[] }>(
        "GET",
        `/stations/${id}`,
        await tokenOf({ as: "officer" }),
      )
    ).photos,
};

test("photos are judged by keyboard, a slip is taken back, and whoever took one reads why not", async () => {
  const stations = await givenStationsOf("照片站", 4);
  for (const [place, { id }] of stations.entries()) {
    await addPhoto(id, "entrance", 400 + place);
    await letPhotosWait(id);
  }
  const { page } = await openClerk("/desk/photos");
  const face = (place: number) => page.getByRole("button", { name: `照片站 ${place} · 门口` });
  await face(4).waitFor();
  const told = page.getByRole("status");

  await page.keyboard.press("a");
  await told.getByText("照片站 1 · 门口 通过了").waitFor();
  await page.keyboard.press("r");
  await page.getByRole("dialog").getByLabel("自己写原因").waitFor();
  await page.keyboard.press("2");
  await told.getByText("照片站 2 · 门口 没通过：拍到人脸了").waitFor();
  await page.keyboard.press("j");
  await page.keyboard.press("r");
  await page.keyboard.press("1");
  await told.getByText("照片站 4 · 门口 没通过：看不清").waitFor();
  await page.keyboard.press("z");
  await told.getByText("撤回了：照片站 4 · 门口").waitFor();
  expect(await face(4).evaluate((one) => one === document.activeElement)).toBe(true);
  await page.keyboard.press("k");
  expect(await face(3).evaluate((one) => one === document.activeElement)).toBe(true);

  // Leaving sends what is held.
  await page.getByRole("link", { name: "人员" }).click();
  const [one, two, , four] = stations;
  await expect
    .poll(async () => (await keeper.photos(two?.id ?? ""))[0], { timeout: 30_000 })
    .toMatchObject({ check: "refused", refusedFor: "拍到人脸了" });
  await expect.poll(async () => (await keeper.photos(one?.id ?? ""))[0]?.check, { timeout: 30_000 }).toBe("passed");
  expect(await keeper.photos(four?.id ?? "")).toMatchObject([{ check: "waiting" }]);
});
