import { expect } from "vitest";
import { connectRedis } from "../../../api/redis/client.js";
import { createStationStore } from "../../../api/stations/station-store.js";
import type { PhotoSubject } from "../../../shared/stations/photos.js";
import { givenDeed } from "../../support/given.js";
import { givenPhotoFile } from "../../support/given-photo.js";
import { tokenOf } from "./ask.js";
import { origin, ownRedisUrl } from "./origin.js";
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

/**
 * Lets the photos of a station wait for an officer, as WeChat's check does, which the demo has not. In a town of
 * one's own.
 */
export async function letPhotosWait(stationId: string): Promise<void> {
  const { redis, close } = await connectRedis({ transport: "tcp", url: ownRedisUrl() });
  try {
    const store = createStationStore(redis);
    const previous = await store.find(stationId);
    if (previous === null) throw new Error(`${stationId} is not there`);
    const photos = (previous.photos ?? []).map((photo) => ({ ...photo, check: "waiting" as const }));
    const station = { ...previous, photos, revision: previous.revision + 1 };
    expect(await store.put({ station, previous, by: givenDeed })).toBe("stored");
  } finally {
    close();
  }
}
