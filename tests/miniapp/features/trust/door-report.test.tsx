import { act, cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { givenItem, reply } from "../../support/given.js";

const DOOR = { latitude: 38.4711, longitude: 106.2822 };

interface Phone {
  usesPosition: boolean;
  /** Where the browser says the phone is, WGS-84. */
  standsAt?: { latitude: number; longitude: number };
  /** Metres by which that may be wrong. */
  accuracy?: number;
}

/** A phone of its own with the button on it, at a station whose door stands at DOOR. */
async function open({ usesPosition, standsAt, accuracy }: Phone, { undoMs = 20, told = null as object | null } = {}) {
  vi.resetModules();
  vi.doMock("../../../../miniapp/src/features/trust/undo-window", () => ({ UNDO_MS: undoMs }));
  const { default: Taro, newPhone, keptOnPhone } = await import("../../support/taro.js");
  newPhone();
  if (told) Taro.setStorageSync("told-doors", JSON.stringify([told]));
  Taro.request.mockReset();
  Taro.request.mockResolvedValue(reply(201, { id: "rp_12345678", state: "new", stationState: "open" }));
  Taro.getLocation.mockResolvedValue({ ...(standsAt ?? DOOR), accuracy });
  const { changeSettings } = await import("../../../../miniapp/src/platform/settings/settings.js");
  const { toGcj02 } = await import("../../../../shared/common/place.js");
  const { takePosition } = await import("../../../../miniapp/src/features/stations/origin/origin-store.js");
  const { toldDoors } = await import("../../../../miniapp/src/features/trust/told-doors.js");
  const { DoorReport } = await import("../../../../miniapp/src/features/trust/door-report.js");
  changeSettings({ usesPosition });
  const station = givenItem({ location: toGcj02(DOOR, "wgs84") });
  render(<DoorReport station={station} />);
  return { Taro, keptOnPhone, toldDoors, takePosition: () => act(takePosition) };
}

const tap = () => fireEvent.click(screen.getByRole("button", { name: /门关着/ }));
const north = (metres: number) => ({ ...DOOR, latitude: DOOR.latitude + metres / 111_319.5 });

beforeEach(() => {
  cleanup();
});

describe("门关着？", () => {
  it.each<[string, Phone, boolean]>([
    ["at the door", { usesPosition: true }, true],
    ["140 m away", { usesPosition: true, standsAt: north(140) }, true],
    ["160 m away", { usesPosition: true, standsAt: north(160) }, false],
    ["at the door, as far as a rough position can say", { usesPosition: true, accuracy: 2_000 }, false],
    ["where nobody let it know", { usesPosition: false }, false],
  ])("tells the server whether the phone is at the door, and not where: %s", async (_, phone, atDoor) => {
    const { Taro } = await open(phone);
    tap();
    await screen.findByText("记下了，谢谢");
    await waitFor(() => expect(Taro.request).toHaveBeenCalledTimes(1));
    const [{ url, method, data, header }] = Taro.request.mock.calls[0] ?? [{}];
    expect(`${method} ${url}`).toContain("POST /api/stations/st_given/reports");
    expect(data).toEqual({ kind: "door_closed", atDoor });
    expect(header["x-device-id"]).toMatch(/^[a-z0-9]{30}$/);
    expect(header["idempotency-key"]).toBeTruthy();
  });

  it("is told once, however often it is tapped", async () => {
    const { Taro } = await open({ usesPosition: false });
    const button = screen.getByRole("button", { name: /门关着/ });
    fireEvent.click(button);
    fireEvent.click(button);
    await screen.findByText("记下了，谢谢");
    await waitFor(() => expect(Taro.request).toHaveBeenCalledTimes(1));
    expect(screen.queryByRole("button", { name: /门关着/ })).toBeNull();
  });

  it("is held for a moment, in which it can be taken back, and is then not sent", async () => {
    const { Taro, keptOnPhone, toldDoors } = await open({ usesPosition: false }, { undoMs: 60_000 });
    tap();
    await waitFor(() => expect(keptOnPhone()).toContain("door_closed"));
    expect(toldDoors().size).toBe(1);
    fireEvent.click(screen.getByRole("button", { name: "撤回" }));
    expect(screen.getByRole("button", { name: /门关着/ })).toBeTruthy();
    expect(keptOnPhone()).not.toContain("door_closed");
    expect(toldDoors().size).toBe(0);
    expect(Taro.request).not.toHaveBeenCalled();
  });

  it("is shut for this person for an hour, also after a restart", async () => {
    const toldMinutesAgo = (minutes: number) => ({ stationId: "st_given", at: Date.now() - minutes * 60_000 });
    await open({ usesPosition: false }, { told: toldMinutesAgo(59) });
    expect(screen.getByText("记下了，谢谢")).toBeTruthy();
    cleanup();
    await open({ usesPosition: false }, { told: toldMinutesAgo(61) });
    expect(screen.getByRole("button", { name: /门关着/ })).toBeTruthy();
  });

  it.each([
    [140, {}, false],
    [160, {}, true],
    [160, { accuracy: 2_000 }, false],
  ])("asks once from %i m away, where that is known: %o, %s", async (metres, known, asks) => {
    const { Taro, takePosition } = await open({ usesPosition: true, standsAt: north(metres), ...known });
    await takePosition();
    tap();
    if (asks) {
      expect(screen.getByText("你在门口吗？")).toBeTruthy();
      fireEvent.click(screen.getByRole("button", { name: "没在，先不报", hidden: true }));
      expect(screen.queryByText("你在门口吗？")).toBeNull();
      expect(Taro.request).not.toHaveBeenCalled();
      tap();
      fireEvent.click(screen.getByRole("button", { name: "在门口，门关着", hidden: true }));
    }
    await screen.findByText("记下了，谢谢");
    expect(screen.queryByText("你在门口吗？")).toBeNull();
  });

  it("says that it waits for the network, and keeps it on the phone", async () => {
    const { Taro, keptOnPhone } = await open({ usesPosition: false });
    Taro.request.mockRejectedValue({ errMsg: "request:fail" });
    tap();
    await screen.findByText("没网，先记下了，有网就发出去");
    expect(keptOnPhone()).toContain("door_closed");
  });
});
