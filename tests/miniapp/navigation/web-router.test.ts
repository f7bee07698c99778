import { describe, expect, it } from "vitest";
import ExactRouter from "../../../miniapp/src/platform/web-router/exact-router.h5.js";
import query from "../../../miniapp/src/platform/web-router/plain-query.h5.js";

describe("what stands in for the web router's packages", () => {
  const router = new ExactRouter([
    { path: "/pages/nearby/index", action: ({ pathname }) => ["nearby", pathname] },
    { path: ["/visitor/station/index", "/s"], action: ({ pathname }) => ["station", pathname] },
  ]);

  it.each([
    ["/pages/nearby/index", "nearby"],
    ["/visitor/station/index/", "station"],
    ["/s", "station"],
  ])("finds the page of %s", async (asked, page) => {
    expect(await router.resolve(asked)).toEqual([page, asked.replace(/\/$/, "")]);
  });

  it.each(["/", "/pages/nearby", "/pages/nearby/index/more", "/no/such/page"])("says 404 of %s", async (asked) => {
    await expect(router.resolve(asked)).rejects.toMatchObject({ status: 404 });
  });

  it("reads a query as it came, or decoded", () => {
    expect({ ...query.parse("id=st_1&name=%E9%A9%BF+1&flag&a=1=2", { decode: false }) }).toEqual({
      ...{ id: "st_1", name: "%E9%A9%BF 1", flag: null, a: "1=2" },
    });
    expect({ ...query.parse("?name=%E9%A9%BF&a=1&a=2&cut=%E9%A9") }).toEqual({
      ...{ name: "驿", a: ["1", "2"], cut: "%E9%A9" },
    });
    expect({ ...query.parse("") }).toEqual({});
  });
});
