import sharp from "sharp";
import { expect, test } from "vitest";
import { givenPhotoFile } from "../support/given-photo.js";
import { givenStationOf, openKeeper, recordOf, SUBURB } from "./support/keeper.js";
import { takePhoto } from "./support/photos.js";
import { openVisitor, type Visitor } from "./support/visitor.js";

const button = ({ page }: Visitor, name: string | RegExp) => page.getByRole("button", { name });

const LARGE = { width: 3_000, height: 2_000 };

test("a keeper photographs the door, a passer-by looks at it, and it is gone when it is removed", async () => {
  const { id, name } = await givenStationOf("游艺街驿站");
  const visitor = await openVisitor({ standsAt: SUBURB });
  const keeper = await openKeeper(id);
  await takePhoto(keeper, "门口", givenPhotoFile(LARGE));
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
