import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";
import { useEnlarger } from "../../../../../miniapp/src/features/photos/use-enlarger.weapp.js";
import { StationPhotos } from "../../../../../miniapp/src/features/stations/station/station-photos.js";
import { givenDetail } from "../../../support/given.js";
import { givenPhoto } from "../../../support/given-photo.js";
import Taro, { newPhone } from "../../../support/taro.js";

beforeEach(() => {
  cleanup();
  newPhone();
});

const show = (...photos: Parameters<typeof givenPhoto>[0][]) =>
  render(<StationPhotos station={givenDetail({ name: "丽景街驿站", photos: photos.map(givenPhoto) })} />);
const shown = () => screen.queryAllByRole("img").map((image) => image.getAttribute("alt"));

it("shows the door first, then the room, then the sign, small and loaded when they come into view", () => {
  show({ of: "sign" }, { of: "entrance" }, { of: "inside" });
  expect(shown()).toEqual(["丽景街驿站的门口", "丽景街驿站的里面", "丽景街驿站的门牌"]);
  const [first] = screen.getAllByRole("img");
  expect([first?.getAttribute("loading"), first?.getAttribute("src")]).toEqual([
    "lazy",
    expect.stringMatching(/small/),
  ]);
});

it("shows nothing of what is not checked, and no empty row", () => {
  const { container } = show({ check: "waiting" }, { check: "refused" });
  expect(container.innerHTML).toBe("");
});

it("enlarges what was tapped, goes on to the next, and closes", () => {
  show({ of: "entrance" }, { of: "inside" });
  fireEvent.click(screen.getByRole("button", { name: "放大看丽景街驿站的里面" }));
  const large = screen.getByRole("dialog", { name: "丽景街驿站的里面" });
  expect(within(large).getByRole("img").getAttribute("src")).toMatch(/large/);
  fireEvent.click(within(large).getByText("下一张(2/2)"));
  screen.getByRole("dialog", { name: "丽景街驿站的门口" });
  fireEvent.click(screen.getByText("关掉"));
  expect(screen.queryByRole("dialog")).toBeNull();
});

it("says so where a picture does not come", () => {
  show({ of: "entrance" });
  fireEvent.error(screen.getByRole("img"));
  screen.getByText("丽景街驿站的门口，照片没打开");
});

it("hands them to WeChat's own viewer there", () => {
  const { enlarge, view } = useEnlarger();
  enlarge({
    pictures: [
      { src: "https://a/1.jpg", label: "门口" },
      { src: "https://a/2.jpg", label: "里面" },
    ],
    first: 1,
  });
  expect(Taro.previewImage).toHaveBeenCalledWith({
    urls: ["https://a/1.jpg", "https://a/2.jpg"],
    current: "https://a/2.jpg",
  });
  expect(view).toBeNull();
});
