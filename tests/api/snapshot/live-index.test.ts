import { describe, expect, it } from "vitest";
import { inSlices } from "../../../api/snapshot/in-slices.js";
import { LiveIndex } from "../../../api/snapshot/live-index.js";
import { coreOf } from "../../../shared/stations/nearest/station-core.js";
import { givenStation } from "../../support/given.js";
import { givenManyStations } from "../../support/given-many-stations.js";
import { seededRandom } from "../../support/seeded-random.js";

const ignore = () => undefined;

describe("the index that answers", () => {
  it("has what was added, changed and taken away while it was being made", async () => {
    const live = new LiveIndex();
    const [stays, changes, goes, comes] = [givenStation(), givenStation(), givenStation(), givenStation()];
    const making = live.make(async () => [stays, changes, goes].map(coreOf), ignore);
    live.apply(changes.id, { ...coreOf(changes), confirmedAt: 7 });
    live.apply(goes.id, null);
    live.apply(comes.id, coreOf(comes));
    await making;
    const { index } = live;
    expect([stays, changes, goes, comes].map(({ id }) => index?.has(id))).toEqual([true, true, false, true]);
    expect([...(index?.cores() ?? [])].find(({ id }) => id === changes.id)?.confirmedAt).toBe(7);
  });

  it("goes on answering while it is made anew, and the new one has all that changed meanwhile", async () => {
    const live = new LiveIndex();
    const [gone, moved] = [givenStation(), givenStation()];
    await live.make(async () => [gone, moved].map(coreOf), ignore);
    for (const station of givenManyStations(600, seededRandom(3))) live.apply(station.id, coreOf(station));
    const worn = live.index;
    expect([worn?.isWornOut, worn?.size]).toEqual([true, 602]);
    const comes = givenStation();
    const remaking = Promise.all([live.remakeIfWornOut(), live.remakeIfWornOut()]);
    live.apply(comes.id, coreOf(comes));
    live.apply(gone.id, null);
    live.apply(moved.id, { ...coreOf(moved), latitude: 30 });
    expect([live.index === worn, worn?.has(comes.id), worn?.has(gone.id)]).toEqual([true, true, false]);
    await remaking;
    const { index } = live;
    expect([index === worn, index?.isWornOut, index?.size]).toEqual([false, false, 602]);
    expect([comes, gone, moved].map(({ id }) => index?.has(id))).toEqual([true, false, true]);
    expect([...(index?.cores() ?? [])].filter(({ id }) => id === moved.id).map(({ latitude }) => latitude)).toEqual([
      30,
    ]);
  });

  it("is not put back by one made anew of what it was", async () => {
    const live = new LiveIndex();
    await live.make(async () => [], ignore);
    for (const station of givenManyStations(600, seededRandom(4))) live.apply(station.id, coreOf(station));
    const only = givenStation();
    const loading = live.make(async () => [coreOf(only)], ignore);
    await Promise.all([loading, live.remakeIfWornOut()]);
    expect([live.index?.size, live.index?.has(only.id)]).toEqual([1, true]);
  });
});

describe("work in slices", () => {
  it("lets others have their turn before it is done", async () => {
    let served = false;
    setImmediate(() => {
      served = true;
    });
    function* untilServed() {
      while (!served) yield;
      return "served";
    }
    expect(await inSlices(untilServed())).toBe("served");
  });
});
