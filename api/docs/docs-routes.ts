import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Hono } from "hono";
import { ApiError } from "../api-error.js";
import type { AppEnv } from "../http/app-env.js";

const TYPES = new Map([
  ["swagger-ui.css", "text/css; charset=utf-8"],
  ["swagger-ui-bundle.js", "text/javascript; charset=utf-8"],
]);

const page = `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>驿站 API</title>
<link rel="stylesheet" href="/api/docs/swagger-ui.css">
<div id="docs"></div>
<script src="/api/docs/swagger-ui-bundle.js"></script>
<script src="/api/docs/start.js"></script>
</html>`;

const start = `SwaggerUIBundle({ url: "/api/openapi.json", dom_id: "#docs" });`;

/** The API's description as a page. Its files are served from here, so that it needs no other network. */
export function docsRoutes() {
  const folder = createRequire(import.meta.url)
    .resolve("swagger-ui-dist/package.json")
    .replace(/package\.json$/, "");
  return new Hono<AppEnv>()
    .get("/", (c) => c.html(page))
    .get("/start.js", (c) => c.body(start, 200, { "content-type": "text/javascript; charset=utf-8" }))
    .get("/:file", async (c) => {
      const file = c.req.param("file");
      const type = TYPES.get(file);
      if (type === undefined) throw new ApiError("not_found");
      const content = await readFile(join(folder, file));
      return c.body(new Uint8Array(content), 200, { "content-type": type, "cache-control": "public, max-age=86400" });
    });
}
