import { onTestFinished } from "vitest";
import type { AmenityKind } from "../../../shared/amenities/amenity.js";
import type { MapPoint } from "../../../shared/common/place.js";
import type { StationDetail } from "../../../shared/stations/station-answer.js";
import { givenHours } from "../../support/given.js";
import { ask, keepSignIn, tokenOf } from "./ask.js";
import { openVisitor, type Visitor, type VisitorOptions } from "./visitor.js";

/** Far from the town, so that nobody else's journey passes by. GCJ-02. */
export const SUBURB: MapPoint = { latitude: 39.02, longitude: 106.376 };

/** A station of the suburb, open 8:00–20:00, that an officer has added; taken off the lists when the test is over. */
export async function givenStationOf(name: string, changed: object = {}): Promise<StationDetail> {
  const officer = await tokenOf({ as: "officer" });
  const station = await ask<StationDetail>("POST", "/stations", officer, {
    name,
    address: "朝阳街 8 号",
    district: { code: "640202", text: "大武口区" },
    location: SUBURB,
    hours: givenHours({ holidays: "as_week" }),
    amenities: { microwave: { state: "working" }, toilet: { state: "working" } },
    ...changed,
  });
  onTestFinished(async () => {
    await ask("POST", `/stations/${station.id}/withdraw`, officer);
  });
  return station;
}

/** Somebody with a phone of their own, keeper of a station and at its page. */
export async function openKeeper(stationId: string, options: VisitorOptions = {}): Promise<Visitor> {
  const visitor = await openVisitor(options);
  await becomeKeeper(visitor, stationId);
  return visitor;
}

/** An officer makes the visitor keeper of a station, whose page they open. */
export async function becomeKeeper({ page, context }: Visitor, stationId: string): Promise<void> {
  const officer = await tokenOf({ as: "officer" });
  const { code } = await ask<{ code: string }>("POST", "/invitations", officer, {
    role: "keeper",
    stationIds: [stationId],
  });
  const token = await tokenOf({ as: "worker", name: `站长${stationId.slice(-6)}` });
  const user = await ask<object>("POST", `/invitations/${code}/accept`, token);
  await context.addInitScript(keepSignIn, { token, user });
  await page.goto(`/#/keeper/station/index?id=${stationId}`);
  await page.getByText("你是站长").waitFor();
}

/** An officer who looks at a station takes it off the lists, after the question. */
export async function withdraw({ page }: Visitor): Promise<void> {
  await page.getByRole("button", { name: "撤下这个驿站" }).click();
  await page.getByText("撤下", { exact: true }).last().click();
  await page.getByText("这个驿站已经撤下").waitFor();
}

/** A passer-by says that something in a station is broken. */
export async function reportBroken(stationId: string, amenity: AmenityKind): Promise<void> {
  await ask("POST", `/stations/${stationId}/reports`, null, { kind: "amenity_broken", amenity });
}

/** How the record of a station tells what was done to it, newest first. */
export async function recordOf(stationId: string): Promise<string[]> {
  const officer = await tokenOf({ as: "officer" });
  const { entries } = await ask<{ entries: { action: string }[] }>("GET", `/audit?subject=${stationId}`, officer);
  return entries.map(({ action }) => action);
}
