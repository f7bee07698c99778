import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";
import PlacePage from "../../../../../miniapp/src/visitor/place/index.js";
import { givenItem, reply } from "../../../support/given.js";
import Taro, { keptOnPhone, newPhone, openedWith } from "../../../support/taro.js";

const DISTRICTS = [
  { code: "640104", text: "兴庆区", city: "银川市", location: { latitude: 38.47, longitude: 106.28 }, stationCount: 2 },
  { code: null, text: "高新区", city: null, location: { latitude: 38.4, longitude: 106.2 }, stationCount: 1 },
];

beforeEach(() => {
  cleanup();
  newPhone();
  openedWith({});
});

/** A district has a page of its own, so that Back leads to the list of them. */
async function choose(district: string): Promise<void> {
  fireEvent.click(await screen.findByRole("button", { name: district }));
  const url = JSON.stringify(Taro.navigateTo.mock.lastCall).match(/"url":"([^"]*)"/)?.[1] ?? "";
  cleanup();
  Taro.request.mockClear();
  openedWith(Object.fromEntries(new URLSearchParams(url.split("?")[1])));
  render(<PlacePage />);
}

it("leads from a district to a landmark, through all pages, and keeps the choice", async () => {
  Taro.request.mockImplementation(async ({ url, data }: { url: string; data: Record<string, string> }) => {
    if (url === "/api/districts") return reply(200, { districts: DISTRICTS });
    const second = data.cursor === "2";
    const station = givenItem(second ? { id: "st_b", name: "玉皇阁驿站", landmark: "农行旁边" } : {});
    return reply(200, { asOf: "2026-03-03T02:00:00Z", stations: [station], nextCursor: second ? null : "2" });
  });
  render(<PlacePage />);
  await choose("兴庆区，2 个驿站");
  fireEvent.click(await screen.findByRole("button", { name: "玉皇阁驿站，农行旁边 · 丽景街 1 号" }));
  expect(Taro.request.mock.calls.map(([{ data }]) => data)).toEqual([
    {},
    { district: "640104" },
    { district: "640104", cursor: "2" },
  ]);
  expect(keptOnPhone()).toContain("玉皇阁驿站");
  expect(Taro.switchTab).toHaveBeenCalled();
});

it("takes for a district's middle what the server says, not the first station's own position", async () => {
  Taro.request.mockImplementation(async ({ url }: { url: string }) => {
    if (url === "/api/districts") return reply(200, { districts: DISTRICTS });
    const stations = [
      givenItem({ location: { latitude: 38.4, longitude: 106.2 } }),
      givenItem({ id: "st_b", location: { latitude: 38.6, longitude: 106.3 } }),
    ];
    return reply(200, { asOf: "2026-03-03T02:00:00Z", stations, nextCursor: null });
  });
  render(<PlacePage />);
  await choose("兴庆区，2 个驿站");
  fireEvent.click(await screen.findByRole("button", { name: /^兴庆区中间/ }));
  const kept = JSON.parse(String(Taro.getStorageSync("chosen-place")));
  expect(kept).toMatchObject({ name: "兴庆区", isMiddle: true, point: DISTRICTS[0]?.location });
});

it("asks by the district's text where it has no code", async () => {
  Taro.request.mockImplementation(async ({ url }: { url: string }) =>
    url === "/api/districts"
      ? reply(200, { districts: DISTRICTS })
      : reply(200, { asOf: "2026-03-03T02:00:00Z", stations: [], nextCursor: null }),
  );
  render(<PlacePage />);
  await choose("高新区，1 个驿站");
  await waitFor(() => expect(Taro.request.mock.lastCall?.[0].data).toEqual({ district: "高新区" }));
});
