import { expect } from "vitest";
import type { PhotoSubject } from "../../../shared/stations/photos.js";
import { givenPhotoFile } from "../../support/given-photo.js";
import { tokenOf } from "./ask.js";
import { origin } from "./origin.js";
import type { Visitor } from "./visitor.js";

/** Takes a photo, as a keeper does who taps the button and picks a file. */
export async function takePhoto({ page }: Visitor, subject: string, file = givenPhotoFile()): Promise<void> {
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: new RegExp(`拍一张${subject}的照片`) }).click();
  const buffer = Buffer.from(await file);
  await (await chooser).setFiles({ name: "photo.jpg", mimeType: "image/jpeg", buffer });
}

/** An officer adds a photo to a station; each width is another picture. */
export async function addPhoto(stationId: string, of: PhotoSubject, width: number): Promise<void> {
  const answer = await fetch(`${origin()}/api/stations/${stationId}/photos?of=${of}`, {
    method: "POST",
    headers: { "content-type": "image/jpeg", authorization: `Bearer ${await tokenOf({ as: "officer" })}` },
    body: await givenPhotoFile({ width }),
  });
  expect(answer.status).toBe(201);
}
