import type { PhotoAnswer } from "../../../shared/stations/station-answer.js";
import { givenPhotoFile } from "../../support/given-photo.js";
import { givenSignIn } from "./classes.js";
import { becomeKeeper, givenStationOf } from "./keeper.js";
import { addPhoto, takePhoto } from "./photos.js";
import type { Screen } from "./screens.js";
import type { Visitor } from "./visitor.js";

/** A station that a passer-by looks at, with a photo of its door and one of its inside. */
async function openPhotographed({ page }: Visitor, name: string): Promise<void> {
  const { id } = await givenStationOf(name);
  await addPhoto(id, "entrance", 1_000);
  await addPhoto(id, "inside", 1_001);
  await page.goto(`/#/visitor/station/index?id=${id}`);
  await page.getByRole("img", { name: `${name}的里面` }).waitFor();
}

/** Where photos are taken, looked at and checked, in every state that looks different. */
export const PHOTO_SCREENS: readonly Screen[] = [
  {
    name: "photos, on the desk: shown, waiting, refused and failed",
    options: { expectedComplaint: /ERR_FAILED/ },
    show: async (visitor) => {
      const { page } = visitor;
      const { id } = await givenStationOf("星海湖驿站");
      await addPhoto(id, "entrance", 1_000);
      // The demo shows every photo at once: what it never answers is drawn from here.
      await page.route(`**/api/stations/${id}`, async (route) => {
        const reply = await route.fetch();
        const detail = await reply.json();
        const [photo]: PhotoAnswer[] = detail.photos;
        const others = [
          { ...photo, id: "ph_waiting0", of: "sign", check: "waiting" },
          { ...photo, id: "ph_refused0", of: "sign", check: "refused", url: null, smallUrl: null },
        ];
        await route.fulfill({ response: reply, json: { ...detail, photos: [photo, ...others] } });
      });
      await page.route("**/photos?of=*", (route) => route.abort());
      await becomeKeeper(visitor, id);
      await page.getByText("没通过检查，请换一张").waitFor();
      await takePhoto(visitor, "里面");
      await page.getByText(/没发成/).waitFor();
    },
  },
  { name: "photos, at the station", show: (visitor) => openPhotographed(visitor, "石炭井驿站") },
  {
    name: "photos, a large one",
    show: async (visitor) => {
      await openPhotographed(visitor, "石嘴山驿站");
      await visitor.page.getByRole("button", { name: "放大看石嘴山驿站的里面" }).click();
      await visitor.page.getByText("下一张(2/2)").click();
      const dialog = visitor.page.getByRole("dialog");
      await dialog.getByRole("img", { name: "石嘴山驿站的门口" }).waitFor();
    },
  },
  {
    name: "photos, waiting for an officer",
    show: async (visitor) => {
      const { page } = visitor;
      await givenSignIn(visitor, "officer");
      const body = Buffer.from(await givenPhotoFile());
      await page.route("**/{small,large}.jpg", (route) => route.fulfill({ contentType: "image/jpeg", body }));
      await page.route("**/api/photos/waiting", (route) => route.fulfill({ json: waiting() }));
      await page.goto("/#/union/photos/index");
      await page.getByText("1 个驿站的照片等你看").waitFor();
    },
  },
];

/** What an officer is answered of a photo that nothing has checked. */
function waiting(): object {
  const photo = { id: "ph_waiting0", of: "sign", check: "waiting", width: 800, height: 600, addedAt: new Date(0) };
  const path = "/api/stations/st_x/photos/ph_waiting0";
  const station = {
    id: "st_x",
    name: "丽景街驿站",
    district: { code: "640104", text: "兴庆区" },
    isDemo: false,
    photos: [{ ...photo, url: `${path}/large.jpg`, smallUrl: `${path}/small.jpg` }],
  };
  return { asOf: new Date(0), total: 1, stations: [station] };
}
