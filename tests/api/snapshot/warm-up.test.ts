import { describe, expect, it } from "vitest";
import { warmUp } from "../../../api/snapshot/warm-up.js";
import { coreOf } from "../../../shared/stations/nearest/station-core.js";
import { StationIndex } from "../../../shared/stations/nearest/station-index.js";
import { givenStation } from "../../support/given.js";

const stations = Array.from({ length: 250 }, () => givenStation());
const ids = stations.map(({ id }) => id).sort();

describe("reading documents ahead", () => {
  it("reads each that is not in memory once, a hundred at a time at the most", async () => {
    const index = new StationIndex(stations.map(coreOf));
    const inMemory = new Set(ids.slice(0, 30));
    const helpings: string[][] = [];
    const read = async (some: readonly string[]) => helpings.push([...some]);
    await warmUp({ index, goesOn: () => true, has: (id) => inMemory.has(id), read });
    expect(helpings.flat().sort()).toEqual(ids.slice(30));
    expect(helpings.map(({ length }) => length)).toEqual([100, 100, 20]);
  });

  it("stops when another index has taken the place of this one", async () => {
    const index = new StationIndex(stations.map(coreOf));
    const helpings: string[][] = [];
    const read = async (some: readonly string[]) => helpings.push([...some]);
    await warmUp({ index, goesOn: () => helpings.length === 0, has: () => false, read });
    expect(helpings).toHaveLength(1);
  });
});
