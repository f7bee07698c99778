import { callApi } from "../../http/call-api";

/** The stations of an officer's reach, each by id and name; the list comes a page at a time. */
export async function stationsWithin(reach: readonly string[]): Promise<{ id: string; name: string }[]> {
  const pages = await Promise.all(reach.map(allStationsOf));
  return pages.flat();
}

async function allStationsOf(prefix: string): Promise<{ id: string; name: string }[]> {
  const stations: { id: string; name: string }[] = [];
  let cursor: string | undefined;
  do {
    const page = await callApi("GET /stations", { ...(prefix === "" ? {} : { district: prefix }), cursor });
    stations.push(...page.stations);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return stations;
}
