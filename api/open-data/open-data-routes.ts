import type { Context } from "hono";
import { openDataContract } from "../../shared/contract/open-data.js";
import { ApiError } from "../api-error.js";
import { openCalendar } from "../classes/class-calendars.js";
import type { Dependencies } from "../dependencies.js";
import type { AppEnv } from "../http/app-env.js";
import { allowOtherOrigins } from "../http/common-headers.js";
import { contractRoutes } from "../http/contract-routes.js";
import { requireHeavyWork } from "../http/request-context.js";
import { HSDS_VERSION } from "./hsds-services.js";
import type { OpenData } from "./open-data.js";
import { OpenDataFiles, type OpenDataQuestion } from "./read-open-data.js";
import type { OpenFormat } from "./write-open-data.js";

const MEDIA_TYPES: Record<OpenFormat, string> = {
  geojson: "application/geo+json",
  csv: "text/csv; charset=utf-8",
  jsonld: "application/ld+json",
  hsds: "application/json",
};
const FORMATS = [
  { name: "GeoJSON", path: "/api/open-data/stations.geojson" },
  { name: "CSV", path: "/api/open-data/stations.csv" },
  { name: "schema.org", path: "/api/open-data/stations.jsonld" },
  { name: "HSDS 3.2", path: "/api/open-data/hsds" },
  { name: "iCalendar", path: "/api/open-data/timetable.ics" },
];
const HSDS = "https://raw.githubusercontent.com/openreferral/specification/refs/heads/3.2/schema";

/** The stations and classes for others to use; an office can switch all of it off. */
export function openDataRoutes(deps: Dependencies) {
  const files = new OpenDataFiles(deps);
  const file = async (c: Context<AppEnv>, question: OpenDataQuestion) => {
    const found = await files.find(question);
    allowOtherOrigins(c);
    c.header("ETag", found.etag);
    c.header("Cache-Control", "public, no-cache");
    if (c.req.header("If-None-Match")?.includes(found.etag)) return c.body(null, 304);
    const text = await found.text(() => requireHeavyWork(c, deps));
    return c.body(text, 200, { "Content-Type": MEDIA_TYPES[question.format] });
  };
  return contractRoutes(deps, openDataContract, {
    describeOpenData: () => ({ ...termsOf(deps), formats: FORMATS }),
    getOpenGeoJson: ({ query: { city = "", since }, c }) => file(c, { format: "geojson", city, since }),
    getOpenCsv: ({ query: { city = "" }, c }) => file(c, { format: "csv", city }),
    getOpenJsonLd: ({ query: { city = "" }, c }) => file(c, { format: "jsonld", city }),
    describeHsds: () => {
      termsOf(deps);
      return { version: HSDS_VERSION, profile: `${HSDS}/`, openapi_url: `${HSDS}/openapi.json` };
    },
    listHsdsServices: ({ query: { city = "", page, per_page: size, modified_after: since }, c }) =>
      file(c, { format: "hsds", city, since, page: { number: page, size } }),
    getHsdsService: ({ params, c }) => file(c, { format: "hsds", city: "", service: params.id }),
    getOpenTimetable: async ({ c }) => {
      const { source } = termsOf(deps);
      const calendar = await openCalendar(deps, source);
      allowOtherOrigins(c);
      return c.body(calendar, 200, {
        "Content-Type": "text/calendar; charset=utf-8",
        "Cache-Control": "public, max-age=300",
      });
    },
  });
}

function termsOf({ openData }: Dependencies): OpenData {
  if (openData === null) throw new ApiError("not_found");
  return openData;
}
