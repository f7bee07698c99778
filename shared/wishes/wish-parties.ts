import type { Person } from "../people/permissions.js";
import { officerReaches } from "../people/roles.js";
import type { Wish } from "./wish.js";
import type { MovableWish, WishParty } from "./wish-states.js";

/** Who a person is to a wish. Nobody decides on their own wish: its worker is never its officer or handler. */
export function wishParties(person: Person & { id: string }, wish: Wish): WishParty[] {
  const parties: WishParty[] = [];
  const isWorker = wish.person === person.id;
  if (isWorker) parties.push("worker");
  if (wish.helper === person.id) parties.push("helper");
  if (!isWorker && officerReaches(person, wish.districtCode)) {
    parties.push("officer");
    if (wish.claim?.userId === person.id) parties.push("handler");
  }
  const waitsAt = wish.pickup?.stationId ?? wish.stationId;
  if (!isWorker && person.roles.includes("keeper") && person.stationIds.includes(waitsAt)) parties.push("keeper");
  return parties;
}

/** Who may read a wish: a keeper learns what waits at the station from another list, which tells nothing of anybody. */
export function mayReadWish(parties: readonly WishParty[]): boolean {
  return parties.some((party) => party !== "keeper");
}

/** Whoever helped has the slip's code once only: they can have another, as long as it leads to something. */
export function mayRenewSlip({ erasedAt }: Pick<Wish, "erasedAt">, parties: readonly WishParty[]): boolean {
  return parties.includes("helper") && erasedAt === null;
}

export function asMovable({ state, wasDisputed, rating }: Wish): MovableWish {
  return { state, wasDisputed, isRated: rating !== null };
}
