import { cellToLatLng } from "h3-js";
import { distanceMetres } from "../../shared/common/distance.js";
import { instantText, optionalInstantText } from "../../shared/common/instant.js";
import { beijingDate, beijingDayNumber, DAY_MS, type EpochMs, startOfBeijingDay } from "../../shared/common/time.js";
import { needWords } from "../../shared/missing-stations/needs.js";
import { ASKED_DAYS, type DistrictParts } from "../../shared/public-lists/compose-lists.js";
import { tallied } from "../../shared/public-lists/few.js";
import type { Wish } from "../../shared/wishes/wish.js";
import { REFERRED_CATEGORY, type WishCategory } from "../../shared/wishes/wish-category.js";
import type { Dependencies } from "../dependencies.js";
import type { MissingStation } from "../missing-stations/missing-store.js";
import { listWishesAnew } from "../wishes/list-anew.js";
import { settleLapsed } from "../wishes/settle-wishes.js";
import { districtKey, type StationPlace } from "./station-index.js";

export type AskedNeeds = Pick<Dependencies, "wishes" | "wishSettings" | "missing" | "stations" | "clock">;

type Tallies = Map<WishCategory, { count: number; people: Set<string> }>;
type Card = DistrictParts["cards"][number];
type Missing = DistrictParts["missing"][number];

const BATCH = 500;
const FORGOTTEN = "forgotten";
const MOST_CARDS = 1_000;
const MOST_MISSING = 500;
/** Nobody asks for these any more: taken back, turned down, or counted with another. */
const NOT_ASKED: readonly Wish["state"][] = ["withdrawn", "rejected", "merged"];

/** Wishes of the last year by district and category, without today's: nobody sees a number grow by one. */
export async function tallyWishes(deps: AskedNeeds): Promise<Map<string, Tallies>> {
  await listWishesAnew(deps);
  const now = deps.clock();
  const districts = await deps.wishes.readDistricts();
  const part = { from: now - ASKED_DAYS * DAY_MS, to: startOfBeijingDay(beijingDayNumber(now)), count: BATCH, now };
  const found = new Map<string, Tallies>();
  if (districts.length === 0) return found;
  for (let offset = 0; ; offset += BATCH) {
    const { wishes } = await deps.wishes.readSubmitted(districts, { ...part, offset });
    for (const wish of wishes) if (isAsked(wish)) addWish(found, wish);
    if (wishes.length < BATCH) return found;
  }
}

/** A matter of rights is no wish, and is on no list. */
function isAsked({ category, state }: Wish): boolean {
  return category !== REFERRED_CATEGORY && state !== "referred" && !NOT_ASKED.includes(state);
}

/** Whom a wish is counted under is forgotten with its words: all of those are as if one person had made them. */
function addWish(found: Map<string, Tallies>, { districtCode, category, counted }: Wish): void {
  const key = districtKey(districtCode);
  const tallies: Tallies = found.get(key) ?? new Map();
  tallied(tallies, category, counted ?? FORGOTTEN);
  found.set(key, tallies);
}

/** What officers wrote of wishes that were fulfilled within the year, newest first, by district. */
export async function gatherCards(deps: AskedNeeds): Promise<Map<string, Card[]>> {
  await settleLapsed(deps);
  const since = deps.clock() - ASKED_DAYS * DAY_MS;
  const found = new Map<string, Card[]>();
  for (let offset = 0; offset < MOST_CARDS; offset += BATCH) {
    const wishes = await deps.wishes.readWall(offset, BATCH);
    const names = await stationNames(deps, wishes);
    for (const wish of wishes) {
      const at = wish.closedAt ?? wish.createdAt;
      if (wish.card === null || at < since) continue;
      const key = districtKey(wish.districtCode);
      found.set(key, [...(found.get(key) ?? []), cardOf(wish, wish.card, at, names)]);
    }
    if (wishes.length < BATCH) break;
  }
  return found;
}

function cardOf(
  { category, stationId, isDemo }: Wish,
  card: string,
  at: EpochMs,
  names: ReadonlyMap<string, string>,
): Card {
  const fulfilledOn = beijingDate(beijingDayNumber(at));
  return { category, card, stationName: names.get(stationId) ?? "", fulfilledOn, isDemo };
}

async function stationNames({ stations }: AskedNeeds, wishes: readonly Wish[]): Promise<Map<string, string>> {
  const found = await stations.findMany([...new Set(wishes.map(({ stationId }) => stationId))]);
  return new Map(found.map(({ id, name }) => [id, name]));
}

/**
 * What people say is missing, most people first, by district.
 *
 * @param placesOf the stations of a district, of which the nearest is named
 */
export async function gatherMissing(
  { missing }: Pick<AskedNeeds, "missing">,
  placesOf: (key: string) => readonly StationPlace[],
): Promise<Map<string, Missing[]>> {
  const entries = await missing.findNewest(MOST_MISSING);
  const found = new Map<string, Missing[]>();
  for (const entry of entries) {
    const key = districtKey(entry.county);
    found.set(key, [...(found.get(key) ?? []), missingOf(entry, placesOf(key))]);
  }
  for (const ofKey of found.values()) ofKey.sort((a, b) => b.people - a.people || (a.askedAt < b.askedAt ? 1 : -1));
  return found;
}

function missingOf(entry: MissingStation, places: readonly StationPlace[]): Missing {
  const { id, need, state, why, vouched, others, askedAt, answeredAt, cell } = entry;
  const [latitude, longitude] = cellToLatLng(cell);
  let nearest: Missing["nearest"] = null;
  for (const { name, location } of places) {
    const metres = Math.round(distanceMetres({ latitude, longitude }, location));
    if (nearest === null || metres < nearest.metres) nearest = { name, metres };
  }
  return {
    ...{ id, need, needs: needWords(need), state, why, people: vouched + others },
    askedAt: instantText(askedAt),
    answeredAt: optionalInstantText(answeredAt),
    nearest,
  };
}
