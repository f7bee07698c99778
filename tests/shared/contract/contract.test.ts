import { expect, expectTypeOf, it } from "vitest";
import type { ApiMap } from "../../../shared/contract/api-map.js";
import { CONTRACT } from "../../../shared/contract/contract.js";
import type { Endpoint } from "../../../shared/contract/endpoint.js";

const endpoints: [string, Endpoint][] = Object.entries(CONTRACT);

it("names each route once", () => {
  const routes = endpoints.map(([, { route }]) => route);
  expect(new Set(routes).size).toBe(routes.length);
});

it.each(endpoints)("%s reads the parts of its path, all of them and no others", (_name, { route, params }) => {
  const inPath = [...route.matchAll(/:(\w+)/g)].map(([, part]) => part);
  expect(Object.keys(params?.shape ?? {}).sort()).toEqual(inPath.sort());
});

it("does not let a client send what the server refuses", () => {
  type Input<Route extends keyof ApiMap> = ApiMap[Route]["input"];
  expectTypeOf<{ id: string }>().not.toExtend<Input<"POST /wishes/:id/reject">>();
  expectTypeOf<{ id: string; reason: string }>().toExtend<Input<"POST /wishes/:id/reject">>();
  expectTypeOf<{ id: string }>().toExtend<Input<"POST /wishes/:id/confirm">>();
  expectTypeOf<{ ids: string[]; move: "reject" }>().not.toExtend<Input<"POST /wishes/review">>();
  expectTypeOf<{ from: string; to: string; category: "chess" }>().not.toExtend<Input<"GET /classes">>();
});
