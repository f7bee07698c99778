import { createAdaptorServer } from "@hono/node-server";
import { getPath } from "hono/utils/url";

type Answer = (request: Request, connection?: object) => Response | Promise<Response>;

/** A Node server that asks `api` for what lies under `/api`, and `pages` for everything else. */
export function nodeServerOf({ api, pages }: { api: Answer; pages: Answer }) {
  const isForApi = (path: string) => path === "/api" || path.startsWith("/api/");
  return createAdaptorServer({
    fetch: (request, connection) =>
      isForApi(getPath(request)) ? api(request, connection) : pages(request, connection),
  });
}
