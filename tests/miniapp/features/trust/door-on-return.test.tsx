import { act, cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import { DAY_MS, HOUR_MS } from "../../../../shared/common/time.js";
import type { TaskState } from "../../../../shared/trust/task-states.js";
import { givenItem, reply } from "../../support/given.js";

beforeEach(() => cleanup());

/** The page of a station whose door this person told of so long ago; `state`: how far that report got. */
async function open(agoMs: number, state: TaskState = "resolved") {
  vi.resetModules();
  vi.doMock("../../../../miniapp/src/features/trust/undo-window", () => ({ UNDO_MS: 20 }));
  const { default: Taro, newPhone, keptOnPhone } = await import("../../support/taro.js");
  newPhone();
  const now = Date.now();
  Taro.setStorageSync("told-doors", JSON.stringify([{ stationId: "st_given", at: now - agoMs }]));
  const report = { id: "rp_ofthisdoor", stationId: "st_given", kind: "door_closed", state, wasReopened: false };
  const others = [
    { ...report, id: "rp_microwave", kind: "amenity_broken" },
    { ...report, id: "rp_another", stationId: "st_another" },
  ];
  Taro.request.mockReset();
  Taro.request.mockImplementation(async ({ method }: { method: string }) =>
    method === "GET"
      ? reply(200, { asOf: new Date(now).toISOString(), reports: [...others, report] })
      : reply(201, { id: report.id, state: "confirmed", stationState: "open" }),
  );
  const { DoorOnReturn } = await import("../../../../miniapp/src/features/trust/door-on-return.js");
  render(<DoorOnReturn station={givenItem()} now={now} />);
  const written = () =>
    Taro.request.mock.calls
      .map(([{ method, url }]) => `${method} ${url}`)
      .filter((request) => !request.startsWith("GET"));
  return { Taro, keptOnPhone, written };
}

const tap = (name: RegExp) => act(async () => void fireEvent.click(screen.getByRole("button", { name })));

it("asks whoever comes back, for a month, and nobody within the hour", async () => {
  await open(HOUR_MS / 2);
  expect(screen.queryByText("这次开着")).toBeNull();
  cleanup();
  await open(3 * HOUR_MS);
  screen.getByText(/你说这里门关着，这次呢？/);
  screen.getByRole("button", { name: /^还是关着，告诉大家/ });
  cleanup();
  await open(29 * DAY_MS);
  screen.getByText("这次开着");
  cleanup();
  await open(31 * DAY_MS);
  expect(screen.queryByText("这次开着")).toBeNull();
  screen.getByRole("button", { name: /^门关着？/ });
});

it("这次开着 agrees to the station's answer in one tap, and asks no more", async () => {
  const { written, keptOnPhone } = await open(DAY_MS);
  await tap(/^这次开着/);
  await screen.findByText("谢谢，告诉站里了");
  expect(written()).toEqual(["POST /api/reports/rp_ofthisdoor/confirm"]);
  expect(keptOnPhone()).not.toContain("st_given");
  screen.getByRole("button", { name: /^门关着？/ });
});

it.each<TaskState>(["new", "accepted", "confirmed", "dismissed"])(
  "这次开着 opens no door for others by itself: where the report is %s nothing is sent",
  async (state) => {
    const { written } = await open(DAY_MS, state);
    await tap(/^这次开着/);
    await screen.findByText("谢谢，下次不再问");
    expect(written()).toEqual([]);
  },
);

it("这次开着 without network says so, and is asked again", async () => {
  const { Taro } = await open(DAY_MS);
  Taro.request.mockRejectedValue({ errMsg: "request:fail" });
  await tap(/^这次开着/);
  await screen.findByRole("alert");
  screen.getByRole("button", { name: /^这次开着/ });
});

it("还是关着 is a report like any other, in one tap", async () => {
  const { written, keptOnPhone } = await open(DAY_MS);
  await tap(/^还是关着/);
  await screen.findByText("记下了，谢谢");
  await waitFor(() => expect(written()).toEqual(["POST /api/stations/st_given/reports"]));
  expect(screen.queryByText("这次开着")).toBeNull();
  expect(keptOnPhone()).toContain("st_given");
});
