import { AMENITIES, AMENITY_KINDS } from "../../shared/amenities/amenity.js";
import { beijingInstant } from "../../shared/common/time.js";
import { unconfirmedDays } from "../../shared/notices/due-notices.js";
import { mayAt } from "../../shared/people/permissions.js";
import type { Station } from "../../shared/stations/station.js";
import type { Dependencies } from "../dependencies.js";
import type { ComposedMessage } from "../outbox/composer.js";
import { keeperPage } from "./keeper-page.js";
import { QUESTIONS } from "./questions.js";
import type { Told } from "./told.js";

/** Medicine that expires on the date the notice names; its detail is `first_aid:2026-12-01`. */
export async function sayMedicine(deps: Dependencies, told: Told): Promise<ComposedMessage<"keeper_task"> | null> {
  const station = await keptStation(deps, told);
  const [name, date = ""] = told.notice.detail.split(":");
  const kind = AMENITY_KINDS.find((one) => one === name);
  if (station === null || kind === undefined) return null;
  const entry = station.amenities[kind];
  // Exchanged, or there no more.
  if (entry === undefined || entry.state === "absent" || entry.expiresOn !== date) return null;
  const isOver = told.notice.name === "medicine_today";
  const { label } = AMENITIES[kind];
  return {
    page: keeperPage(station.id),
    content: {
      title: station.name,
      state: isOver ? "到期了" : "快到期了",
      time: beijingInstant(date),
      note: `${label}要到期了，换好点一下`,
    },
    isUrgent: false,
  };
}

/** Nobody has confirmed the door for as many days as the notice names. */
export async function sayUnconfirmed(
  deps: Dependencies,
  told: Told,
): Promise<ComposedMessage<"keeper_question"> | null> {
  const station = await keptStation(deps, told);
  if (station === null) return null;
  const days = unconfirmedDays(station, deps.clock());
  if (days < Number(told.notice.detail.split(":")[0])) return null;
  return {
    page: keeperPage(station.id),
    content: {
      title: station.name,
      time: station.verified.open ?? station.createdAt,
      note: `${days} 天没人确认，门还照常开吗？`,
    },
    isUrgent: false,
  };
}

/** A question of the table, as it stands now. */
export async function sayQuestion(deps: Dependencies, told: Told): Promise<ComposedMessage<"keeper_question"> | null> {
  const station = await keptStation(deps, told);
  const [name = "", ...detail] = told.notice.detail.split(":");
  const say = Object.hasOwn(QUESTIONS, name) ? QUESTIONS[name] : undefined;
  if (station === null || say === undefined) return null;
  const said = await say(deps, station, detail.join(":"));
  return (
    said && {
      page: said.page,
      content: { title: station.name, time: said.time, note: said.note },
      isUrgent: false,
    }
  );
}

/** The station the notice is about, where the person still looks after it. */
async function keptStation({ stations }: Dependencies, { notice, user }: Told): Promise<Station | null> {
  const station = await stations.find(notice.about);
  if (station === null || station.withdrawnAt !== null) return null;
  return mayAt(user, "station:confirm", { id: station.id, districtCode: station.district.code }) ? station : null;
}
