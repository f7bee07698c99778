import { expect, it } from "vitest";
import { stationIdOf } from "../../../../../miniapp/src/features/stations/station/station-id-of.js";

const poster = "https://yizhan.example/?station=st_own#/visitor/station/index?id=st_own";

it.each([
  [{ id: "st_own" }, "st_own"],
  // WeChat hands over the address of a scanned poster encoded once, some versions already decoded.
  [{ q: encodeURIComponent(poster) }, "st_own"],
  [{ q: poster }, "st_own"],
  [{ q: encodeURIComponent("https://yizhan.example/?station=st_own") }, "st_own"],
  [{ q: "%E0%A4%A" }, ""],
  [{ q: encodeURIComponent("https://yizhan.example/") }, ""],
  [{ scene: "st_own" }, "st_own"],
  [{ scene: encodeURIComponent("id=st_own") }, "st_own"],
  [{ scene: "1011" }, ""],
  [{}, ""],
])("a page opened with %o is about %j", (params, id) => {
  expect(stationIdOf(params)).toBe(id);
});
