import { DAY_MS, type EpochMs, HOUR_MS, MINUTE_MS } from "../../shared/common/time.js";
import { openingAt } from "../../shared/stations/opening.js";
import type { Random } from "../made-up-stations.js";
import { CITY, type CityStation, monthStartsAt } from "./city.js";
import type { Doors } from "./doors.js";
import type { Sender } from "./phones.js";

/** Who wants the city's stations shut, every day of the month. */
export interface Attack {
  name: string;
  /** One for each report of a station; the station is turned by two at least. */
  senders: readonly ((number: number) => Sender)[];
}

export interface Happening {
  at: EpochMs;
  happen: () => void;
}

/** Somebody signed out: each report comes from another made-up phone. */
const signedOut = (address: number) => (number: number) => ({
  person: null,
  isSettled: false,
  device: `made up ${address} ${number}`,
  address: `attacker ${address}`,
});
/** Each bought account has an address of its own. */
const bought = (account: number, isSettled: boolean) => () => ({
  person: `bought ${account}`,
  isSettled,
  device: `bought ${account}`,
  address: `attacker ${account}`,
});
const numbers = (count: number) => Array.from({ length: count }, (_, number) => number);

export const ATTACKS: readonly Attack[] = [
  { name: "nobody", senders: [] },
  { name: "2 addresses", senders: numbers(2).map(signedOut) },
  { name: "20 addresses", senders: numbers(20).map(signedOut) },
  { name: "20 bought accounts", senders: numbers(20).map((account) => bought(account, false)) },
  { name: "20 bought accounts, signed in a week ago", senders: numbers(20).map((account) => bought(account, true)) },
];

/**
 * Signed out, every attacker reports every station once an hour from 8 to 20, in another order each time: whatever a limit
 * lets through. With accounts, which have little to give, two at a time go for the same station.
 */
export function attackers(
  { senders }: Attack,
  stations: readonly CityStation[],
  doors: Doors,
  random: Random,
): Happening[] {
  const happenings: Happening[] = [];
  if (senders.length === 0) return happenings;
  for (const hour of numbers(CITY.days * 12)) {
    const from = monthStartsAt() + Math.floor(hour / 12) * DAY_MS + (8 + (hour % 12)) * HOUR_MS;
    for (let pair = 0; pair + 1 < senders.length; pair += 2) {
      let tried = 0;
      for (const city of inAnyOrder(stations, random)) {
        const at = from + random() * 50 * MINUTE_MS;
        const two = senders.slice(pair, pair + 2);
        const isAimed = two[0]?.(0).person !== null;
        // An account's few reports are not wasted on doors that are shut by their hours.
        if (isAimed && (tried >= 5 || openingAt(city.known, at).state !== "open")) continue;
        tried += 1;
        for (const [index, sender] of two.entries()) {
          happenings.push({
            at: at + index * MINUTE_MS,
            happen: () => doors.report(city, sender(hour), at + index * MINUTE_MS),
          });
        }
      }
    }
  }
  return happenings.sort((a, b) => a.at - b.at);
}

function inAnyOrder<Item>(items: readonly Item[], random: Random): Item[] {
  return items
    .map((item) => ({ item, order: random() }))
    .sort((a, b) => a.order - b.order)
    .map(({ item }) => item);
}
