import { afterAll, beforeAll, expect, it } from "vitest";
import { startTestApp, type TestApp } from "../support/test-app.js";

interface OpenApi {
  openapi: string;
  paths: Record<
    string,
    Record<
      string,
      {
        operationId?: string;
        security?: Record<string, string[]>[];
        responses: Record<string, unknown>;
        requestBody?: { content: Record<string, unknown> };
      }
    >
  >;
  components: { securitySchemes: Record<string, unknown> };
}

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.stop());

it("describes every route of the API, with its answers", async () => {
  const { body } = await test.call<OpenApi>("GET", "/api/openapi.json");
  expect(body.openapi).toBe("3.1.0");
  const described = Object.entries(body.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  );
  expect(described).toEqual(
    expect.arrayContaining([
      "get /api/health",
      "get /api/stations/nearest",
      "get /api/stations/{id}",
      "post /api/stations/import",
      "patch /api/stations/{id}",
    ]),
  );
  for (const methods of Object.values(body.paths)) {
    for (const { responses } of Object.values(methods)) expect(Object.keys(responses).length).toBeGreaterThan(0);
  }
});

it("names every operation once, and says how each is authorised", async () => {
  const { body } = await test.call<OpenApi>("GET", "/api/openapi.json");
  const operations = Object.values(body.paths).flatMap((methods) => Object.values(methods));
  const names = operations.map(({ operationId }) => operationId);
  expect(names.filter((name) => !/^[a-z][A-Za-z0-9]+$/.test(name ?? ""))).toEqual([]);
  expect(new Set(names).size).toBe(names.length);
  const schemes = new Set(Object.keys(body.components.securitySchemes));
  for (const { operationId, security } of operations) {
    expect(Array.isArray(security), operationId).toBe(true);
    const unknown = (security ?? []).flatMap((way) => Object.keys(way)).filter((scheme) => !schemes.has(scheme));
    expect(unknown, operationId).toEqual([]);
  }
});

it("says in which ways a photo is sent", async () => {
  const { body } = await test.call<OpenApi>("GET", "/api/openapi.json");
  expect(Object.keys(body.paths["/api/stations/{id}/photos"]?.post?.requestBody?.content ?? {})).toEqual([
    "image/jpeg",
    "image/png",
    "image/webp",
    "multipart/form-data",
  ]);
});

it.each(["__proto__", "constructor", "package.json"])("has no file called %s beside that page", async (file) => {
  expect((await test.call("GET", `/api/docs/${file}`)).status).toBe(404);
});

it("serves the page that shows it, from here alone", async () => {
  const { body } = await test.call<string>("GET", "/api/docs");
  expect(body).not.toMatch(/https?:/);
  for (const [, file = ""] of body.matchAll(/(?:src|href)="([^"]+)"/g)) {
    expect((await test.call("GET", file)).status, file).toBe(200);
  }
});
