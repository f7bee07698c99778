import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createApp } from "../../../api/app.js";
import { createRouter } from "../../../api/http/app-env.js";
import { type App, appOfFeatures, type Feature, lazy, ready } from "../../../api/http/app-of-features.js";
import { startTestApp, type TestApp } from "../../support/test-app.js";

const says = (path: string, words: string) => createRouter().get(path, (c) => c.text(words));

describe("an app of features", () => {
  let loads: string[];
  beforeEach(() => {
    loads = [];
  });
  const counted = (name: string, feature: Feature): Feature => ({
    ...feature,
    load: async () => {
      loads.push(name);
      return feature.load();
    },
  });
  const appOf = (features: Feature[]) =>
    appOfFeatures(
      features,
      () => {
        const app = createRouter();
        app.onError((error, c) => c.text(`failed: ${error.message}`, 500));
        return app;
      },
      "/description",
      (app, path) => {
        app.get(path, (c) => c.text(app.routes.map((route) => route.path).join(" ")));
      },
    );
  const asked = async (app: ReturnType<typeof appOf>, path: string) => {
    const reply = await app.request(path);
    return reply.status === 404 ? "404" : await reply.text();
  };

  const town = () =>
    appOf([
      counted(
        "rooms",
        lazy("/town", async () => says("/:house/rooms/:room", "room"), ["/town/:house/rooms"]),
      ),
      counted(
        "mine",
        lazy("/town", async () => says("/mine", "mine"), ["/town/mine"]),
      ),
      ready("/town", says("/:house", "house")),
      counted(
        "hills",
        lazy("/hills", async () => says("/", "hills")),
      ),
    ]);

  it("loads what a request may be for, once, and nothing else", async () => {
    const app = town();
    expect(await asked(app, "/town/seven")).toBe("house");
    expect(await asked(app, "/nowhere")).toBe("404");
    expect(await asked(app, "/hillside")).toBe("404");
    expect(loads).toEqual([]);
    expect(await asked(app, "/town/seven/rooms/2")).toBe("room");
    expect(await asked(app, "/town/eight/rooms/3")).toBe("room");
    expect(loads).toEqual(["rooms"]);
    expect(await asked(app, "/hills")).toBe("hills");
  });

  it("lets the feature that stands first answer, whichever was loaded first", async () => {
    const app = town();
    expect(await asked(app, "/town/seven")).toBe("house");
    expect(await asked(app, "/town/mine")).toBe("mine");
    expect(await asked(app, "/town/%6Dine")).toBe("mine");
    expect(await asked(app, "/town/seven")).toBe("house");
  });

  it("answers several first requests at once", async () => {
    const app = town();
    const paths = ["/town/mine", "/town/mine", "/hills", "/town/seven/rooms/1"];
    expect(await Promise.all(paths.map((path) => asked(app, path)))).toEqual(["mine", "mine", "hills", "room"]);
  });

  it("knows every route when it is asked for all of them", async () => {
    const routes = ["/town/:house/rooms/:room", "/town/mine", "/town/:house", "/hills", "/description"];
    expect((await town().whole()).routes.map(({ path }) => path)).toEqual(routes);
    expect(await asked(town(), "/description")).toBe(routes.join(" "));
    const warm = town();
    await warm.warmUp();
    expect(loads.sort()).toEqual(["hills", "hills", "hills", "mine", "mine", "mine", "rooms", "rooms", "rooms"]);
    expect(await asked(warm, "/town/mine")).toBe("mine");
    expect(loads.length).toBe(9);
  });

  it("fails what needs a feature that cannot be loaded, alone, and tries again with the next request", async () => {
    let isGone = true;
    const app = appOf([
      lazy("/hills", async () => {
        if (isGone) throw new Error("no hills");
        return says("/", "hills");
      }),
      ready("/town", says("/", "town")),
    ]);
    expect(await asked(app, "/hills")).toBe("failed: no hills");
    await expect(app.whole()).rejects.toThrow("no hills");
    expect(await asked(app, "/town")).toBe("town");
    isGone = false;
    expect(await asked(app, "/hills")).toBe("hills");
  });

  it("refuses a feature with a route where nobody would look for it", async () => {
    const app = appOf([lazy("/hills", async () => says("/:hill/caves", "cave"), ["/hills/:hill/paths"])]);
    await expect(app.whole()).rejects.toThrow("/hills/:hill/caves is not under /hills/:hill/paths");
  });
});

describe("the API", () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp();
  });
  afterAll(() => test.stop());

  it("has the request id in the answer and in the log when a feature cannot be loaded", async () => {
    const broken = {
      ...test.deps,
      // What the routes of packs are made of.
      get packs(): never {
        throw new Error("as if its file were gone");
      },
    };
    const reply = await createApp(broken).request("/api/packs/manifest?latitude=38.4741&longitude=106.2812");
    expect(reply.status).toBe(500);
    const requestId = reply.headers.get("x-request-id");
    expect(await reply.json()).toMatchObject({ error: { code: "internal", requestId } });
    expect(test.logged).toContainEqual(expect.objectContaining({ event: "internal", requestId }));
    expect(test.logged).toContainEqual(expect.objectContaining({ event: "request", requestId, status: 500 }));
  });

  it.each(["/api/stations/nearest?latitude=38.4741&longitude=106.2812", "/api/health"])(
    "answers %s the same, whatever is loaded",
    async (path) => {
      const answer = async (app: App) => {
        const reply = await app.request(path);
        const body: object = JSON.parse(await reply.text());
        return [reply.status, Object.keys(body)];
      };
      const early = await answer(createApp(test.deps));
      await test.app.whole();
      expect(early).toEqual(await answer(test.app));
    },
  );
});
