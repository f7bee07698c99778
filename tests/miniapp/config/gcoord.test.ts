import gcoord from "gcoord";
import { expect, it } from "vitest";

/** Not imported by name: it is JavaScript, for the compiler of the pages. */
const OF_PHONES: string = "../../../miniapp/config/gcoord.mjs";

const POINTS = [
  [113.6254, 34.7466],
  [106.2822, 38.4711],
  [87.6168, 43.8256],
  // Outside China nothing is moved.
  [139.69, 35.69],
] as const;
const DATUMS = ["GCJ02", "WGS84", "BD09"] as const;

it("converts on phones as gcoord itself does", async () => {
  const { default: ofPhones }: { default: Pick<typeof gcoord, "transform" | (typeof DATUMS)[number]> } = await import(
    OF_PHONES
  );
  for (const [longitude, latitude] of POINTS) {
    for (const from of DATUMS) {
      for (const to of DATUMS) {
        if (from === to) continue; // nothing is converted (shared/common/place.ts)
        const converted = ofPhones.transform([longitude, latitude], ofPhones[from], ofPhones[to]);
        expect(converted, `${from} to ${to}`).toEqual(
          gcoord.transform([longitude, latitude], gcoord[from], gcoord[to]),
        );
      }
    }
  }
});
