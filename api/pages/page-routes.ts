import { access } from "node:fs/promises";
import { join } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { compress } from "hono/compress";
import { etag } from "hono/etag";
import { secureHeaders } from "hono/secure-headers";
import { smallFirstPage } from "../http/small-first-page.js";
import { inlineScriptHashes } from "./inline-script-hashes.js";

export interface PageOptions {
  /** The web build of the mini-program. */
  folder: string;
  /** The build of the officers' desk. */
  deskFolder: string;
  /** Where map tiles may come from; null when the map stands on plain ground. */
  tileOrigin: string | null;
}

const YEAR_SECONDS = 31_536_000;
/** The build writes a hash of the content into these names, so what they hold never changes. */
const HASHED_NAME = /\.[0-9a-f]{8,}\.[a-z0-9]+$/;
const PAGE_NOT_FOUND = `<!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>没有这个页面</title><p>没有这个页面。<p><a href="/">回到驿站首页</a></html>`;

/** Whether there is a first page to serve. */
export const arePagesBuilt = (folder: string): Promise<boolean> =>
  access(join(folder, "index.html")).then(
    () => true,
    () => false,
  );

/** The web build of the mini-program under /, and the officers' desk under /desk/. */
export function pageRoutes({ folder, deskFolder, tileOrigin }: PageOptions): Hono {
  const inDesk = (path: string) => path.replace(/^\/desk\//, "/");
  const serveDesk = serveStatic({ root: deskFolder, path: "index.html" });
  return (
    new Hono()
      .use(pageHeaders(join(folder, "index.html"), tileOrigin))
      .use(async (c, next) => {
        await next();
        const isForGood = c.res.ok && HASHED_NAME.test(c.req.path);
        c.header("Cache-Control", isForGood ? `public, max-age=${YEAR_SECONDS}, immutable` : "no-cache");
      })
      .use(compress())
      .get("/desk", (c) => c.redirect("/desk/"))
      .use("/desk/*", serveStatic({ root: deskFolder, precompressed: true, rewriteRequestPath: inDesk }))
      // What lies in no file is a place in the desk, which its first page finds.
      .get("/desk/*", async (c, next) => (/\.[a-z0-9]+$/.test(c.req.path) ? next() : serveDesk(c, next)))
      .use("/", etag(), smallFirstPage(join(folder, "index.html")))
      .use(serveStatic({ root: folder, precompressed: true }))
      .notFound((c) => c.html(PAGE_NOT_FOUND, 404))
  );
}

function pageHeaders(firstPage: string, tileOrigin: string | null) {
  const tiles = tileOrigin === null ? [] : [allowedTileSource(tileOrigin)];
  return secureHeaders({
    // The server itself speaks plain HTTP; the proxy that adds TLS decides on HSTS.
    strictTransportSecurity: false,
    referrerPolicy: "strict-origin-when-cross-origin",
    xFrameOptions: "DENY",
    permissionsPolicy: { geolocation: ["self"], camera: [], microphone: [] },
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      // The build puts one small script into the page: its content is allowed, not inline scripts as such.
      scriptSrc: ["'self'", () => inlineScriptHashes(firstPage)],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", "data:", "blob:", ...tiles],
      // Taro's components carry a small icon font inside their style sheet.
      fontSrc: ["'self'", "data:"],
      // Taro reads a picked photo back from the page's own memory before it sends it.
      connectSrc: ["'self'", "blob:"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
  });
}

/** A policy knows no `{s}`: every name beside it is allowed instead. */
function allowedTileSource(tileOrigin: string): string {
  return tileOrigin.replace(/\/\/[^./]*\{[^./]*\./, "//*.");
}
