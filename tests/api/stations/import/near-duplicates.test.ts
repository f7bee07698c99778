import { describe, expect, it } from "vitest";
import { nearDuplicatesAmong } from "../../../../api/stations/import/near-duplicates.js";
import { atOneGo } from "../../../../shared/common/slices.js";

const NAME = "银川兴庆丽景街银虹街心花园南侧";

const onOneSpot = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    name: `${NAME}${at}`,
    location: { latitude: 38.4728, longitude: 106.3012 },
  }));

describe("stations of a list that probably share a door", () => {
  it("are each found with the one before", () => {
    const [pair, ...others] = atOneGo(nearDuplicatesAmong(onOneSpot(2)));
    expect(others).toEqual([]);
    expect(pair).toMatchObject({
      place: { name: `${NAME}1` },
      other: { name: `${NAME}0` },
      metres: 0,
    });
  });

  it("are compared with some neighbours only where a list gives very many one point", () => {
    const pairs = atOneGo(nearDuplicatesAmong(onOneSpot(400)));
    expect(pairs.length).toBeLessThanOrEqual(400 * 20);
    expect(new Set(pairs.map(({ place }) => place.name)).size).toBe(399);
  });
});
