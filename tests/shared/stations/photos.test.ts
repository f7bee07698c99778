import { describe, expect, it } from "vitest";
import { keptPhotos, MOST_PHOTOS_OF_SUBJECT } from "../../../shared/stations/photos.js";
import { givenStationPhoto } from "../../support/given-photo.js";

const several = (count: number, photo: Parameters<typeof givenStationPhoto>[0]) =>
  Array.from({ length: count }, () => givenStationPhoto(photo));

describe("the photos that stay at a station", () => {
  it("are the newest of each subject", () => {
    const doors = several(MOST_PHOTOS_OF_SUBJECT + 2, { of: "entrance" });
    const rooms = several(MOST_PHOTOS_OF_SUBJECT, { of: "inside" });
    expect(keptPhotos([...doors, ...rooms])).toEqual([...doors.slice(0, MOST_PHOTOS_OF_SUBJECT), ...rooms]);
  });

  it("are never pushed out by photos that may never be shown", () => {
    const waiting = several(MOST_PHOTOS_OF_SUBJECT + 3, { of: "sign", check: "waiting" });
    const shown = several(MOST_PHOTOS_OF_SUBJECT, { of: "sign", check: "passed" });
    const refused = several(1, { of: "sign", check: "refused" });
    expect(keptPhotos([...waiting, ...shown, ...refused])).toEqual([
      ...waiting.slice(0, MOST_PHOTOS_OF_SUBJECT),
      ...shown,
    ]);
  });
});
