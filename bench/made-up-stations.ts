import type { AmenityKind } from "../shared/amenities/amenity.js";
import type { MapPoint } from "../shared/common/place.js";
import type { DayHours, Hours } from "../shared/stations/hours.js";
import { STATION_SCHEMA_VERSION, type Station } from "../shared/stations/station.js";

/** Centres of cities, GCJ-02 to about a kilometre, and how many parts of all the stations each has. */
const CITIES: readonly [latitude: number, longitude: number, weight: number][] = [
  [39.908, 116.397, 9], // 北京
  [31.23, 121.474, 10], // 上海
  [23.129, 113.264, 8], // 广州
  [22.543, 114.058, 8], // 深圳
  [30.573, 104.066, 7], // 成都
  [29.563, 106.551, 6], // 重庆
  [30.593, 114.305, 6], // 武汉
  [30.274, 120.155, 6], // 杭州
  [32.06, 118.797, 5], // 南京
  [34.342, 108.94, 5], // 西安
  [34.747, 113.625, 5], // 郑州
  [39.084, 117.201, 4], // 天津
  [28.228, 112.939, 4], // 长沙
  [36.067, 120.383, 4], // 青岛
  [36.651, 117.12, 3], // 济南
  [31.821, 117.227, 3], // 合肥
  [26.075, 119.296, 3], // 福州
  [24.48, 118.089, 2], // 厦门
  [41.806, 123.431, 3], // 沈阳
  [38.914, 121.615, 2], // 大连
  [43.817, 125.324, 2], // 长春
  [45.804, 126.535, 2], // 哈尔滨
  [25.039, 102.718, 2], // 昆明
  [26.647, 106.63, 2], // 贵阳
  [22.817, 108.366, 2], // 南宁
  [28.682, 115.858, 2], // 南昌
  [37.87, 112.549, 2], // 太原
  [38.042, 114.515, 2], // 石家庄
  [36.061, 103.834, 1.5], // 兰州
  [38.487, 106.231, 1], // 银川
  [36.617, 101.778, 0.8], // 西宁
  [43.825, 87.617, 1.2], // 乌鲁木齐
  [40.842, 111.75, 1], // 呼和浩特
  [29.65, 91.172, 0.3], // 拉萨
  [20.044, 110.199, 0.8], // 海口
  [35.107, 118.356, 1], // 临沂
  [33.605, 119.015, 0.8], // 淮安
  [27.115, 114.993, 0.5], // 吉安
  [39.47, 75.989, 0.2], // 喀什
  [49.211, 119.765, 0.1], // 呼伦贝尔
];

export type Random = () => number;

/** The same numbers in every run: mulberry32, uniform in [0, 1). */
export function seededRandom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Stations that thin out from the middles of cities: half of them within about 6 km, nearly all within 30. */
export function madeUpStations(count: number, random: Random): Station[] {
  return Array.from({ length: count }, (_, index) => {
    const location = somewhereNear(someCity(random), 6_000 * (-Math.log(1 - random()) + 0.05), random);
    return madeUpStation(index, location, random);
  });
}

/** Where people ask: 80 in 100 inside a city, 15 around one, 5 anywhere between 22° and 45° north. */
export function madeUpOrigins(count: number, random: Random): MapPoint[] {
  return Array.from({ length: count }, () => {
    const kind = random();
    if (kind < 0.8) return somewhereNear(someCity(random), 8_000 * Math.sqrt(random()), random);
    if (kind < 0.95) return somewhereNear(someCity(random), 10_000 + 40_000 * random(), random);
    return { latitude: 22 + 23 * random(), longitude: 85 + 35 * random() };
  });
}

function someCity(random: Random): MapPoint {
  let left = random() * CITIES.reduce((sum, [, , weight]) => sum + weight, 0);
  for (const [latitude, longitude, weight] of CITIES) {
    left -= weight;
    if (left <= 0) return { latitude, longitude };
  }
  return { latitude: 38.487, longitude: 106.231 };
}

function somewhereNear({ latitude, longitude }: MapPoint, metres: number, random: Random): MapPoint {
  const angle = 2 * Math.PI * random();
  const degree = 111_319.5;
  return {
    latitude: latitude + (metres * Math.sin(angle)) / degree,
    longitude: longitude + (metres * Math.cos(angle)) / (degree * Math.cos((latitude * Math.PI) / 180)),
  };
}

/** How many of 100 stations have it working. */
const AMENITY_SHARES: readonly [AmenityKind, number][] = [
  ["seat", 97],
  ["drinking_water", 95],
  ["phone_charge", 85],
  ["aircon", 75],
  ["first_aid", 60],
  ["microwave", 55],
  ["wifi", 45],
  ["toilet", 35],
  ["ebike_parking", 30],
  ["women_room", 8],
  ["shower", 3],
];

/** One station, complete but for what is asked of it. */
export function madeUpStation(index: number, location: MapPoint, random: Random): Station {
  const entry = { state: "working" as const, note: null, since: 0, confirmedAt: null, expiresOn: null };
  return {
    schemaVersion: STATION_SCHEMA_VERSION,
    id: `st_bench_${String(index).padStart(6, "0")}`,
    revision: 1,
    code: null,
    name: `户外劳动者驿站 ${index}`,
    kind: "standard",
    host: "某街道办事处",
    address: `某某路 ${index} 号社区党群服务中心一楼`,
    landmark: "公交站旁边",
    district: { code: null, text: `第 ${index % 400} 区` },
    location,
    surveyed: { datum: "gcj02", ...location, source: "bench" },
    areaSquareMetres: 30,
    capacity: 12,
    audience: "户外劳动者",
    entryNote: "推门就进，无需登记",
    phone: null,
    hours: madeUpHours(random()),
    amenities: Object.fromEntries(
      AMENITY_SHARES.filter(([, share]) => random() * 100 < share).map(([kind]) => [kind, entry]),
    ),
    sameSiteAs: null,
    verified: { location: null, services: null, open: null },
    closure: null,
    confirmedBy: null,
    reportedClosedUntil: null,
    openReportCount: 0,
    isDemo: false,
    withdrawnAt: null,
    createdAt: 0,
    updatedAt: 0,
  };
}

/** 6.5 in 100 never shut, the national share of 2024; the rest by day, on working days, or unknown. */
function madeUpHours(share: number): Hours {
  const byDay: DayHours = [{ opens: 480, closes: 1_200 }];
  const lunch: DayHours = [
    { opens: 510, closes: 720 },
    { opens: 780, closes: 1_050 },
  ];
  const everyDay = (day: DayHours) => Array.from({ length: 7 }, () => day);
  const base = {
    holidays: "unknown" as const,
    adjustedWorkdays: "as_week" as const,
    seasons: [],
    exceptions: [],
    note: null,
  };
  if (share < 0.065) return { ...base, week: everyDay([{ opens: 0, closes: 1_440 }]), holidays: "as_week" };
  if (share < 0.65) return { ...base, week: everyDay(byDay) };
  if (share < 0.87) return { ...base, week: [...everyDay(lunch).slice(0, 5), [], []], holidays: [] };
  return { ...base, week: everyDay("unknown") };
}
