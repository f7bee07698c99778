import { connectRedis } from "../../../api/redis/client.js";
import { createStationStore } from "../../../api/stations/station-store.js";
import type { AmenityKind } from "../../../shared/amenities/amenity.js";
import type { MapPoint } from "../../../shared/common/place.js";
import { DAY_MS, HOUR_MS } from "../../../shared/common/time.js";
import type { DayHours, Hours } from "../../../shared/stations/hours.js";
import { readServiceHours } from "../../../shared/stations/services/read-service-hours.js";
import type { TimedService } from "../../../shared/stations/services/timed-service.js";
import type { Station } from "../../../shared/stations/station.js";
import { alwaysOpenHours, beijing, givenAmenity, givenDeed, givenHours, givenStation } from "../../support/given.js";

/** An ordinary Wednesday; the journeys start here unless they say otherwise. */
export const MORNING = beijing("2026-11-18T10:00");

/** Where the visitors stand: GCJ-02, in the middle of the town. */
export const SQUARE: MapPoint = { latitude: 38.474, longitude: 106.289 };

const METRES_PER_DEGREE = 111_320;

/** A point so many metres east and north of the square. */
function at(east: number, north: number): MapPoint {
  return {
    latitude: SQUARE.latitude + north / METRES_PER_DEGREE,
    longitude: SQUARE.longitude + east / (METRES_PER_DEGREE * Math.cos((SQUARE.latitude * Math.PI) / 180)),
  };
}

function everyDay(...day: Exclude<DayHours, "unknown">): Hours {
  return givenHours({ week: Array.from({ length: 7 }, () => day), holidays: "as_week" });
}

/** From hour to hour; past 24 is the next morning. */
function from(opens: number, closes: number) {
  return { opens: opens * 60, closes: closes * 60 };
}

function confirmed(...kinds: AmenityKind[]): Station["amenities"] {
  return Object.fromEntries(kinds.map((kind) => [kind, { ...givenAmenity(), confirmedAt: MORNING - HOUR_MS }]));
}

/** Names, so that a journey says which door it means. */
export const COMMUNITY = "银虹社区市民驿站";
export const NIGHT_MARKET = "夜市骑手驿站";
export const CLINIC = "卫生站旁的环卫驿站";
export const UNTOLD = "培训中心驿站";
export const BANK = "丽景街银行网点户外劳动者暖心驿站";
export const REPORTED = "凤凰街一平米驿站";
export const PHARMACY = "新华街药店驿站";
export const EARLY = "满春中转站驿站";
export const ALL_DAY = "火车站全天驿站";
export const NEXT_TOWN = "德胜驿站";

/** Ten doors, one of every kind a worker meets. At MORNING the nearest is shut and the nearest open one is COMMUNITY. */
export function townStations(): Station[] {
  return [
    givenStation({ name: NIGHT_MARKET, location: at(90, 0), hours: everyDay(from(18, 26)) }),
    givenStation({
      name: UNTOLD,
      location: at(0, 150),
      hours: givenHours({ week: Array.from({ length: 7 }, () => "unknown" as const), note: "工作日开放" }),
      amenities: { drinking_water: givenAmenity() },
    }),
    communityStation(),
    givenStation({
      name: CLINIC,
      location: at(-380, 0),
      hours: everyDay({ opens: 8 * 60, closes: 10 * 60 + 20 }, from(14, 18)),
      amenities: confirmed("hot_water", "toilet"),
    }),
    givenStation({
      name: BANK,
      location: at(0, -480),
      hours: everyDay(from(9, 17)),
      amenities: confirmed("seat", "drinking_water", "microwave"),
      isDemo: true,
    }),
    givenStation({
      name: REPORTED,
      location: at(520, 0),
      hours: everyDay(from(6, 22)),
      reportedClosedUntil: MORNING + 2 * HOUR_MS,
    }),
    givenStation({
      name: PHARMACY,
      location: at(0, 640),
      hours: everyDay(from(8, 22)),
      closure: { from: MORNING - 3 * HOUR_MS, until: beijing("2026-11-18T15:00"), reason: "店里修水管" },
    }),
    givenStation({ id: "st_early", name: EARLY, location: at(800, 0), hours: everyDay(from(4, 22)) }),
    givenStation({
      name: ALL_DAY,
      location: at(-5_000, 0),
      hours: alwaysOpenHours,
      amenities: confirmed("toilet", "phone_charge"),
    }),
    givenStation({
      name: NEXT_TOWN,
      location: at(0, 12_000),
      hours: everyDay(from(8, 20)),
      district: { code: "640122", text: "贺兰县" },
      landmark: "德胜村公交站",
    }),
  ];
}

function service(name: string, hoursText: string, note: string | null = null): TimedService {
  const { hours, problem } = readServiceHours(hoursText, "2026-11-18");
  if (hours === null) throw new Error(problem);
  return { name, hours, note, confirmedAt: MORNING - DAY_MS };
}

function communityStation(): Station {
  return givenStation({
    id: "st_community",
    name: COMMUNITY,
    location: at(260, 0),
    address: "丽景街街道银虹社区 12 号",
    landmark: "社区卫生站旁边",
    host: "银虹社区居委会",
    audience: "骑手、快递员、环卫工，谁累了都能进",
    entryNote: "推门就进，无需登记",
    phone: "0951-6022000",
    code: "XQ-001",
    areaSquareMetres: 60,
    capacity: 24,
    hours: everyDay(from(8, 20)),
    amenities: {
      ...confirmed("seat", "hot_water", "toilet"),
      microwave: givenAmenity(),
      aircon: { ...givenAmenity("broken"), note: "不制冷，已报修", since: MORNING - 2 * DAY_MS },
      shower: givenAmenity("absent"),
      first_aid: { ...givenAmenity(), confirmedAt: MORNING, expiresOn: "2026-11-10" },
    },
    verified: { location: MORNING - HOUR_MS, services: MORNING - DAY_MS, open: MORNING - HOUR_MS },
    timedServices: [
      service("法律援助", "周三14:00-16:00", "二楼调解室"),
      service("理发", "11月21日9:00-11:00"),
      service("义诊", "每天9:00-11:30"),
    ],
  });
}

/** Puts the town into an empty Redis. */
export async function fillTown(redisUrl: string): Promise<void> {
  const { redis, close } = await connectRedis({ transport: "tcp", url: redisUrl });
  try {
    const store = createStationStore(redis);
    for (const station of townStations()) {
      const outcome = await store.put({ station, previous: null, by: givenDeed });
      if (outcome !== "stored") throw new Error(`${station.id}: ${outcome}`);
    }
  } finally {
    close();
  }
}
