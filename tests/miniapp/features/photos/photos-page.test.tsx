import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";
import WaitingPhotosPage from "../../../../miniapp/src/union/photos/index.js";
import type { WaitingPhotos } from "../../../../shared/stations/station-answer.js";
import { cstText, reply } from "../../support/given.js";
import { givenPhoto } from "../../support/given-photo.js";
import { refusal } from "../../support/given-sign-in.js";
import Taro, { newPhone } from "../../support/taro.js";

beforeEach(() => {
  cleanup();
  newPhone();
  Taro.request.mockReset();
});

const district = { code: "640104", text: "兴庆区" };
const list = (...stations: WaitingPhotos["stations"]): WaitingPhotos => ({
  asOf: cstText("2026-03-03T10:00"),
  total: stations.length,
  stations,
});
const sign = givenPhoto({ of: "sign", check: "waiting" });
const waiting = list({ id: "st_one", name: "丽景街驿站", district, isDemo: false, photos: [sign] });
const press = (name: string) => act(async () => void fireEvent.click(screen.getByRole("button", { name })));
const asked = () => Taro.request.mock.calls.map(([{ method, url }]) => `${method} ${url}`);

it.each([
  ["给大家看：丽景街驿站的门牌", `POST /api/stations/st_one/photos/${sign.id}/approve`],
  ["拿掉：丽景街驿站的门牌", `DELETE /api/stations/st_one/photos/${sign.id}`],
])("lets an officer press %s, and loads what is left", async (button, request) => {
  Taro.request.mockResolvedValueOnce(reply(200, waiting));
  render(<WaitingPhotosPage />);
  await screen.findByText("1 个驿站的照片等你看");
  Taro.request.mockResolvedValueOnce(reply(200, {}));
  Taro.request.mockResolvedValueOnce(reply(200, list()));
  await press(button);
  expect(asked()).toEqual(["GET /api/photos/waiting", request, "GET /api/photos/waiting"]);
  screen.getByText("没有照片等你看");
});

it("says what went wrong, and keeps the photo to try again", async () => {
  Taro.request.mockResolvedValueOnce(reply(200, waiting));
  render(<WaitingPhotosPage />);
  await screen.findByText("1 个驿站的照片等你看");
  Taro.request.mockResolvedValueOnce(reply(409, refusal("conflict")));
  await press("给大家看：丽景街驿站的门牌");
  screen.getByRole("alert");
  screen.getByRole("button", { name: "给大家看：丽景街驿站的门牌" });
});

it("leads others to sign in", async () => {
  Taro.request.mockResolvedValue(reply(403, refusal("not_allowed")));
  render(<WaitingPhotosPage />);
  await screen.findByText("这里给工会干部看");
});
