import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Hono, Schema } from "hono";
import { getPath } from "hono/utils/url";
import type { AppEnv } from "./app-env.js";

type Routes = Hono<AppEnv, Schema, string>;

/** A part of the API, whose code is loaded with the first request that may be for it. */
export interface Feature {
  /** What the paths of its routes begin with. */
  at: string;
  /** Every route of it is one of these paths or lies below one; `:id` stands for any one word. */
  under: readonly string[];
  load: () => Promise<Routes>;
}

export interface App {
  fetch: (request: Request, bindings?: object) => Response | Promise<Response>;
  /** As `fetch`, for a path of this app. */
  request: (path: string, init?: RequestInit) => Promise<Response>;
  /** Every route, whatever was asked for so far. */
  whole: () => Promise<OpenAPIHono<AppEnv>>;
  /** Loads the rest, one feature after the other, so that requests get their turn in between. */
  warmUp: () => Promise<void>;
}

/** A feature that is there from the start. */
export function ready(at: string, routes: Routes): Feature & { routes: Routes } {
  return { at, under: [at], load: async () => routes, routes };
}

export function lazy(at: string, load: () => Promise<Routes>, under: readonly string[] = [at]): Feature {
  return { at, under, load };
}

/**
 * One app of many features. Of those that may answer a request the first in the list does, loaded or not before.
 * Loading fails for the requests that needed it, through the app's own way of telling errors, and is tried again.
 *
 * @param base a new app with what stands around every feature
 * @param descriptionPath where `describe` puts what tells of all features
 */
export function appOfFeatures(
  features: readonly (Feature & { routes?: Routes })[],
  base: () => OpenAPIHono<AppEnv>,
  descriptionPath: string,
  describe: (app: OpenAPIHono<AppEnv>, path: string) => void,
): App {
  const loaded = new Map<Feature, Routes>();
  for (const feature of features) if (feature.routes) loaded.set(feature, feature.routes);
  let waiting = features.filter((feature) => !loaded.has(feature)).map((feature) => ({ feature, area: area(feature) }));
  let app: OpenAPIHono<AppEnv> | null = null;

  /** An app takes no routes any more once it has answered: a feature that comes later makes a new one. */
  const composed = () => {
    if (app !== null) return app;
    app = base();
    for (const feature of features) {
      const routes = loaded.get(feature);
      if (routes) app.route(feature.at, routes);
    }
    describe(app, descriptionPath);
    return app;
  };

  const load = async (feature: Feature) => {
    const routes = await feature.load();
    if (loaded.has(feature)) return;
    const outside = routesOf(feature, routes).find((path) => !area(feature).test(path));
    if (outside !== undefined) throw new Error(`${outside} is not under ${feature.under.join(", ")}`);
    loaded.set(feature, routes);
    waiting = waiting.filter((one) => one.feature !== feature);
    app = null;
  };

  const whole = async () => {
    await Promise.all(waiting.map(({ feature }) => load(feature)));
    return composed();
  };

  const fetch: App["fetch"] = (request, bindings) => {
    if (waiting.length === 0) return composed().fetch(request, bindings);
    const path = getPath(request);
    const needed = waiting.filter((one) => path === descriptionPath || one.area.test(path));
    if (needed.length === 0) return composed().fetch(request, bindings);
    return Promise.all(needed.map(({ feature }) => load(feature))).then(
      () => composed().fetch(request, bindings),
      (error: unknown) => failing(base(), error).fetch(request, bindings),
    );
  };

  return {
    fetch,
    request: async (path, init) => fetch(new Request(new URL(path, "http://localhost"), init)),
    whole,
    warmUp: async () => {
      for (const { feature } of [...waiting]) await load(feature);
      composed();
    },
  };
}

function failing(app: OpenAPIHono<AppEnv>, error: unknown): OpenAPIHono<AppEnv> {
  app.all("*", () => {
    throw error;
  });
  return app;
}

function routesOf({ at }: Feature, routes: Routes): string[] {
  return routes.routes.map(({ path }) => (path === "/" ? at : `${at}${path}`));
}

function area({ under }: Feature): RegExp {
  const paths = under.map((path) => path.replaceAll(".", "\\.").replaceAll(/:[a-z]+/g, "[^/]+"));
  return new RegExp(`^(${paths.join("|")})(/|$)`);
}
