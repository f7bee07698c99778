import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import type { PhotoAnswer } from "../../shared/stations/station-answer.js";
import { givenPhotoFile } from "../support/given-photo.js";
import { ask, keepSignIn, tokenOf } from "./support/ask.js";
import { givenStationOf, openKeeper, recordOf, SUBURB } from "./support/keeper.js";
import { accessibilityProblems, cutContent, smallTargets } from "./support/page-checks.js";
import { DESKTOP, openVisitor, PHONE, type Visitor } from "./support/visitor.js";

const button = ({ page }: Visitor, name: string | RegExp) => page.getByRole("button", { name });

/** Takes a photo, as somebody does who taps the button and picks a file. */
async function takePhoto(keeper: Visitor, subject: string, file = givenPhotoFile({ width: 3_000, height: 2_000 })) {
  const chooser = keeper.page.waitForEvent("filechooser");
  await button(keeper, new RegExp(`拍一张${subject}的照片`)).click();
  const buffer = Buffer.from(await file);
  await (await chooser).setFiles({ name: "photo.jpg", mimeType: "image/jpeg", buffer });
}

test("a keeper photographs the door, a passer-by looks at it, and it is gone when it is removed", async () => {
  const { id, name } = await givenStationOf("游艺街驿站");
  const visitor = await openVisitor({ standsAt: SUBURB });
  const keeper = await openKeeper(id);
  await takePhoto(keeper, "门口");
  await keeper.page.getByRole("img", { name: `${name}的门口` }).waitFor();

  await visitor.page.goto(`/#/visitor/station/index?id=${id}`);
  await button(visitor, `放大看${name}的门口`).tap();
  const large = visitor.page.getByRole("dialog").getByRole("img", { name: `${name}的门口` });
  await large.waitFor();
  const address = await large.getAttribute("src");
  await visitor.page.keyboard.press("Escape");
  await visitor.page.getByRole("dialog").waitFor({ state: "detached" });

  const picture = await visitor.page.request.get(address ?? "");
  const { format, exif, width } = await sharp(await picture.body()).metadata();
  expect({ format, exif, width }).toEqual({ format: "jpeg", exif: undefined, width: 1_280 });

  keeper.page.on("dialog", (dialog) => void dialog.accept());
  await button(keeper, "删掉这张门口的照片").click();
  await keeper.page.getByText("删掉", { exact: true }).last().click();
  await keeper.page.getByText("删掉了").waitFor();
  await visitor.page.reload();
  await visitor.page.getByText("怎么找、谁能进").waitFor();
  expect(await visitor.page.getByRole("img", { name: /门口/ }).count()).toBe(0);
  expect((await visitor.page.request.get(address ?? "")).status()).toBe(404);
  const deeds = (await recordOf(id)).filter((deed) => deed.endsWith("-photo"));
  expect(deeds).toEqual(["station:remove-photo", "station:check-photo", "station:add-photo"]);
});

test("a photo that did not get through stays, and is sent again", async () => {
  const { id, name } = await givenStationOf("贺兰山路驿站");
  const keeper = await openKeeper(id, { expectedComplaint: /ERR_FAILED|ERR_INTERNET_DISCONNECTED/ });
  await keeper.page.route("**/photos?of=*", (route) => route.abort());
  await takePhoto(keeper, "里面");
  await keeper.page.getByText(/没发成/).waitFor();
  await keeper.page.unroute("**/photos?of=*");
  await button(keeper, "再发一次").click();
  await keeper.page.getByRole("img", { name: `${name}的里面` }).waitFor();
  expect(await keeper.page.getByText(/没发成/).count()).toBe(0);
});

const LOOKS = [
  { look: "phone", largeText: false, viewport: PHONE, colorScheme: "light" },
  { look: "phone, dark, large text", largeText: true, viewport: PHONE, colorScheme: "dark" },
  { look: "desktop", largeText: false, viewport: DESKTOP, colorScheme: "light" },
] as const;

describe.each(LOOKS)("$look", ({ look, ...options }) => {
  const problems = async (page: Page, name: string) => {
    const folder = process.env.SCREENSHOTS;
    if (folder) {
      mkdirSync(join(folder, look), { recursive: true });
      await page.screenshot({ path: join(folder, look, `${name}.png`), fullPage: true });
    }
    return [...(await accessibilityProblems(page)), ...(await smallTargets(page)), ...(await cutContent(page))];
  };

  test("photos on the desk, shown, waiting, refused and failed, can be read and pressed by everybody", async () => {
    const { id, name } = await givenStationOf(`星海湖驿站 ${look}`);
    const keeper = await openKeeper(id, { ...options, expectedComplaint: /ERR_FAILED/ });
    await takePhoto(keeper, "门口");
    await keeper.page.getByRole("img", { name: `${name}的门口` }).waitFor();
    // The demo shows every photo at once: what it never answers is drawn from here.
    await keeper.page.route(`**/api/stations/${id}`, async (route) => {
      const reply = await route.fetch();
      const detail = await reply.json();
      const [photo]: PhotoAnswer[] = detail.photos;
      const others = [
        { ...photo, id: "ph_waiting0", of: "sign", check: "waiting" },
        { ...photo, id: "ph_refused0", of: "sign", check: "refused", url: null, smallUrl: null },
      ];
      await route.fulfill({ response: reply, json: { ...detail, photos: [photo, ...others] } });
    });
    await keeper.page.reload();
    await keeper.page.getByText("没通过检查,请换一张").waitFor();
    await keeper.page.route("**/photos?of=*", (route) => route.abort());
    await takePhoto(keeper, "里面");
    await keeper.page.getByText(/没发成/).waitFor();
    expect(await problems(keeper.page, "desk")).toEqual([]);
  });

  test("photos at the station, small and large, can be read and pressed by everybody", async () => {
    const { id, name } = await givenStationOf(`石炭井驿站 ${look}`);
    const keeper = await openKeeper(id);
    for (const subject of ["门口", "里面"]) {
      await takePhoto(keeper, subject, givenPhotoFile({ width: subject === "门口" ? 1_000 : 1_001 }));
      await keeper.page.getByRole("img", { name: `${name}的${subject}` }).waitFor();
    }
    const visitor = await openVisitor({ ...options, standsAt: SUBURB });
    await visitor.page.goto(`/#/visitor/station/index?id=${id}`);
    await visitor.page.getByRole("img", { name: `${name}的里面` }).waitFor();
    expect(await problems(visitor.page, "station")).toEqual([]);
    await button(visitor, `放大看${name}的里面`).click();
    await visitor.page.getByText("下一张(2/2)").click();
    await visitor.page
      .getByRole("dialog")
      .getByRole("img", { name: `${name}的门口` })
      .waitFor();
    expect(await problems(visitor.page, "large")).toEqual([]);
  });

  test("what waits for an officer can be read and pressed by everybody", async () => {
    const officer = await openVisitor(options);
    const token = await tokenOf({ as: "officer" });
    const user = await ask<object>("GET", "/me", token);
    await officer.context.addInitScript(keepSignIn, { token, user });
    const jpeg = Buffer.from(await givenPhotoFile());
    await officer.page.route("**/small.jpg", (route) => route.fulfill({ contentType: "image/jpeg", body: jpeg }));
    const photo = { id: "ph_waiting0", of: "sign", check: "waiting", width: 800, height: 600, addedAt: new Date(0) };
    const path = "/api/stations/st_x/photos/ph_waiting0";
    const photos = [{ ...photo, url: `${path}/large.jpg`, smallUrl: `${path}/small.jpg` }];
    const station = {
      id: "st_x",
      name: "丽景街驿站",
      district: { code: "640104", text: "兴庆区" },
      isDemo: false,
      photos,
    };
    await officer.page.route("**/api/photos/waiting", (route) =>
      route.fulfill({ json: { asOf: new Date(0), total: 1, stations: [station] } }),
    );
    await officer.page.route("**/large.jpg", (route) => route.fulfill({ contentType: "image/jpeg", body: jpeg }));
    await officer.page.goto("/#/union/photos/index");
    await officer.page.getByText("1 个驿站的照片等你看").waitFor();
    expect(await problems(officer.page, "waiting")).toEqual([]);
  });
});
