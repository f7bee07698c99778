import { describe, expect, it } from "vitest";
import { DEMO_KEEPER_STATION_IDS } from "../../../api/demo/demo-station-ids.js";
import { seedDemoStations } from "../../../api/demo/seed-demo-stations.js";
import { demoStations } from "../../../api/stations/demo-stations.js";
import { testApp } from "../../support/test-app.js";

const test = testApp();

describe("the seed of demo mode", () => {
  it("fills an empty store with every 示例 station, those of the demo keeper among them", async () => {
    const expected = demoStations(test.deps.clock());
    expect(await seedDemoStations(test.deps)).toBe(expected.length);
    for (const station of expected) {
      expect(await test.deps.stations.find(station.id)).toMatchObject({ name: station.name, isDemo: true });
    }
    for (const id of DEMO_KEEPER_STATION_IDS) expect(await test.deps.stations.find(id)).not.toBeNull();
  });

  it("adds nothing to a store that holds a station, so that an imported list stays alone", async () => {
    const [first] = demoStations(test.deps.clock());
    if (first === undefined) throw new Error("no demo stations");
    const { id } = first;
    await test.store({ ...first, name: "一个真的站", isDemo: false });
    expect(await seedDemoStations(test.deps)).toBe(0);
    expect(await test.deps.stations.find(id)).toMatchObject({ name: "一个真的站" });
    expect(await test.deps.stations.find("st_demo_02")).toBeNull();
  });

  it("adds nothing at the second start", async () => {
    await seedDemoStations(test.deps);
    expect(await seedDemoStations(test.deps)).toBe(0);
  });
});
