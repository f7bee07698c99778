import { createHash } from "node:crypto";
import type { TypedResponse } from "hono";
import { deskContract } from "../../shared/contract/desk.js";
import type { DeskRows } from "../../shared/desk/desk-answer.js";
import type { Dependencies } from "../dependencies.js";
import { contractRoutes } from "../http/contract-routes.js";
import { listDeskCalls } from "./list-desk-calls.js";
import { listDeskDoubts, listDeskStations } from "./list-desk-stations.js";

export function deskRoutes(deps: Dependencies) {
  return contractRoutes(deps, deskContract, {
    listDeskStations: async ({ query, user, c }) => {
      const answer = await listDeskStations(deps, user, query.cursor);
      const etag = etagOf(answer);
      c.header("ETag", etag);
      if (c.req.header("If-None-Match") !== etag) return answer;
      return c.body(null, 304) as unknown as TypedResponse<DeskRows>;
    },
    listDeskCalls: ({ user }) => listDeskCalls(deps, user),
    listDeskDoubts: ({ user }) => listDeskDoubts(deps, user),
  });
}

/** What is said of the stations, whatever time it is said at. */
function etagOf({ rows, nextCursor }: DeskRows): string {
  return `"${createHash("sha256").update(JSON.stringify({ rows, nextCursor })).digest("base64url").slice(0, 27)}"`;
}
