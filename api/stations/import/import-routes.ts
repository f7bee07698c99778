import type { Context } from "hono";
import type { z } from "zod";
import { stationImportContract } from "../../../shared/contract/station-import.js";
import type { ImportQuestion } from "../../../shared/stations/import/import-work.js";
import { ImportMends } from "../../../shared/stations/import/mends.js";
import { ApiError } from "../../api-error.js";
import type { Dependencies } from "../../dependencies.js";
import type { AppEnv } from "../../http/app-env.js";
import { contractRoutes } from "../../http/contract-routes.js";
import { requireHeavyWork } from "../../http/request-context.js";
import { beginImport, findImport } from "./begin-import.js";
import { importStations } from "./import-stations.js";

type AskedQuery = z.infer<typeof stationImportContract.importStations.query>;

const FORM_TYPE = "multipart/form-data";

export function importRoutes(deps: Dependencies) {
  return contractRoutes(deps, stationImportContract, {
    importStations: async ({ query, user, c }) =>
      importStations(deps, { ...questionIn(query), ...(await sentList(c)), actor: user }),
    beginStationImport: async ({ query, user, c }) => {
      requireHeavyWork(c, deps);
      return beginImport(deps, user, { ...questionIn(query), ...(await sentList(c)) });
    },
    getStationImport: ({ params, user }) => findImport(deps, user, params.id),
  });
}

function questionIn({ datum, city, dryRun, outside, reinstate, map = [] }: AskedQuery): ImportQuestion {
  return {
    datum: datum ?? null,
    city: city ?? null,
    map: typeof map === "string" ? [map] : map,
    outside,
    reinstate: reinstate === "true",
    dryRun: dryRun === "true",
  };
}

/** The list of a request, with what was put right in it. */
async function sentList(c: Context<AppEnv>): Promise<{ file: Uint8Array; mends?: ImportMends }> {
  const contentType = c.req.header("content-type") ?? "";
  const body = await c.req.arrayBuffer();
  if (contentType.split(";")[0]?.trim().toLowerCase() !== FORM_TYPE) return { file: new Uint8Array(body) };
  const form = await new Response(body, { headers: { "content-type": contentType } }).formData().catch(() => null);
  const file = form?.get("file");
  if (!(file instanceof File))
    throw new ApiError("invalid_input", [{ path: "file", message: "没有收到名单，请再选一次" }]);
  return { file: new Uint8Array(await file.arrayBuffer()), mends: readMends(form?.get("mends") ?? null) };
}

function readMends(text: unknown): ImportMends {
  const read = ImportMends.safeParse(typeof text === "string" ? jsonOf(text) : {});
  if (read.success) return read.data;
  throw new ApiError("invalid_input", [{ path: "mends", message: "改了哪几格没有读懂" }]);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
