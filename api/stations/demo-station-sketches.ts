import type { AmenityKind } from "../../shared/amenities/amenity.js";
import { beijingDate, beijingDayNumber, DAY_MS, type EpochMs, HOUR_MS } from "../../shared/common/time.js";
import type { DayHours, Hours, Week } from "../../shared/stations/hours.js";
import { readServiceHours } from "../../shared/stations/services/read-service-hours.js";
import type { Amenities, AmenityEntry, Station } from "../../shared/stations/station.js";

/** What sets one demo station apart; `demoStations` adds what they share. */
export interface StationSketch {
  name: string;
  address: string;
  latitude: number;
  longitude: number;
  hours: Hours;
  amenities: Amenities;
  confirmedDaysAgo: number | null;
  audience?: string;
  entryNote?: string;
  rest?: Partial<Pick<Station, "kind" | "host" | "landmark" | "phone" | "areaSquareMetres" | "capacity" | "closure">> &
    Partial<Pick<Station, "reportedClosedUntil" | "timedServices">>;
}

function everyDay(day: DayHours): Week {
  return Array.from({ length: 7 }, () => day);
}

function workdays(day: DayHours): Week {
  return Array.from({ length: 7 }, (_, weekday) => (weekday < 5 ? day : []));
}

function posted(week: Week, rest: Partial<Hours> = {}): Hours {
  return {
    week,
    holidays: "unknown",
    adjustedWorkdays: "as_week",
    seasons: [],
    exceptions: [],
    note: null,
    ...rest,
  };
}

/** From hour to hour; past 24 is the next morning. */
function from(opens: number, closes: number) {
  return { opens: opens * 60, closes: closes * 60 };
}

/** One of every kind that a list can meet. Dates and closures are counted from `now`. */
export function stationSketches(now: EpochMs): StationSketch[] {
  const inDays = (days: number) => beijingDate(beijingDayNumber(now) + days);
  const entry = (rest: Partial<AmenityEntry> = {}): AmenityEntry => ({
    state: "working",
    note: null,
    since: now - 30 * DAY_MS,
    confirmedAt: now - HOUR_MS,
    expiresOn: null,
    ...rest,
  });
  const working = (...kinds: AmenityKind[]): Amenities => Object.fromEntries(kinds.map((kind) => [kind, entry()]));
  const listed = (...kinds: AmenityKind[]): Amenities =>
    Object.fromEntries(kinds.map((kind) => [kind, entry({ confirmedAt: null })]));
  const service = (
    name: string,
    hoursText: string,
    note: string | null = null,
  ): NonNullable<Station["timedServices"]> => {
    const { hours } = readServiceHours(hoursText, inDays(0));
    return hours === null ? [] : [{ name, hours, note, confirmedAt: now - HOUR_MS }];
  };
  const baseKit = working("indoor", "seat", "drinking_water", "microwave", "aircon", "phone_charge", "books", "toilet");

  return [
    {
      name: "银虹社区市民驿站",
      address: "丽景街街道银虹社区",
      latitude: 38.4728,
      longitude: 106.3012,
      hours: posted(everyDay([from(8, 20), { ...from(20, 32), unattended: true }]), { holidays: "as_week" }),
      amenities: {
        ...baseKit,
        ...working("wifi", "hot_water", "heating", "nap", "night_entry", "cctv", "emergency_button", "ebike_parking"),
        first_aid: entry({ expiresOn: inDays(200) }),
      },
      confirmedDaysAgo: 0,
      entryNote: "白天推门就进，晚上按门铃扫码开门",
      rest: {
        host: "银虹社区居委会",
        landmark: "社区卫生站旁边",
        areaSquareMetres: 60,
        capacity: 24,
        phone: "12351",
        timedServices: [
          ...service("法律援助", "周二14:00-16:00", "二楼调解室"),
          ...service("理发", `${inDays(1)} 9:00-11:00`, "自带毛巾"),
        ],
      },
    },
    {
      name: "高台寺社区市民驿站",
      address: "玉皇阁北街街道高台寺社区",
      latitude: 38.4781,
      longitude: 106.2867,
      hours: posted(everyDay([{ opens: 510, closes: 720 }, from(14, 18)]), { holidays: [] }),
      amenities: {
        ...baseKit,
        ...working("class_room", "tv", "bp_meter", "reading_glasses", "sewing_kit"),
        aircon: entry({ state: "broken", note: "不制冷，已报修", since: now - 2 * DAY_MS }),
        shower: entry({ state: "absent" }),
        first_aid: entry({ expiresOn: inDays(90) }),
      },
      confirmedDaysAgo: 3,
      rest: {
        host: "高台寺社区居委会",
        landmark: "社区大院进门左手",
        areaSquareMetres: 80,
        capacity: 30,
        timedServices: service("义诊", "每天8:30-11:30,14:00-17:30", "量血压、测血糖"),
      },
    },
    {
      name: "双城门社区塞上红色驿站",
      address: "凤凰北街街道双城门社区",
      latitude: 38.4812,
      longitude: 106.2749,
      hours: posted(everyDay([from(8, 20)]), { holidays: "as_week" }),
      amenities: {
        ...baseKit,
        ...working("hot_water", "tea", "fridge", "umbrella", "raincoat", "tool_kit", "donation_shelf", "smoke_free"),
        first_aid: entry({ expiresOn: inDays(12), note: "碘伏快过期" }),
      },
      confirmedDaysAgo: 0,
      rest: { host: "双城门社区党群服务中心", landmark: "心愿墙那面", areaSquareMetres: 180, capacity: 50 },
    },
    {
      name: "丽景街银行驿站",
      address: "丽景街中段",
      latitude: 38.4696,
      longitude: 106.2978,
      hours: posted(workdays([from(9, 17)]), { holidays: [], adjustedWorkdays: [from(9, 17)] }),
      amenities: {
        ...working("indoor", "seat", "drinking_water", "aircon", "phone_charge", "reading_glasses", "wheelchair"),
        toilet: entry({ state: "absent" }),
        microwave: entry({ state: "absent" }),
      },
      confirmedDaysAgo: 3,
      entryNote: "跟大堂经理说一声歇脚就行，不用办业务",
      rest: { host: "某银行网点", landmark: "取款机右边", capacity: 6 },
    },
    {
      name: "十中中转站驿站",
      address: "第十中学旁，原垃圾中转站",
      latitude: 38.4655,
      longitude: 106.2841,
      hours: posted(everyDay([from(4, 22)]), { holidays: "as_week" }),
      amenities: {
        ...baseKit,
        ...working("women_room", "shower", "laundry", "wash_basin", "hot_water", "locker", "hand_warmer", "kettle"),
        first_aid: entry({ expiresOn: inDays(150) }),
      },
      confirmedDaysAgo: 1,
      audience: "环卫工优先，别的人也能进",
      rest: { landmark: "十中东墙外", areaSquareMetres: 45, capacity: 20 },
    },
    {
      name: "满春骑手驿站",
      address: "满春街道，原垃圾中转站",
      latitude: 38.4907,
      longitude: 106.2993,
      hours: posted(everyDay([from(18, 26)]), { holidays: "as_week" }),
      amenities: {
        ...working("indoor", "seat", "hot_water", "microwave", "phone_charge", "ebike_charge", "battery_swap", "pump"),
        ...working("ebike_parking", "vending", "heating"),
        toilet: entry({ state: "broken", note: "下水堵了", since: now - 5 * HOUR_MS }),
      },
      confirmedDaysAgo: 0,
      audience: "骑手、快递员",
      rest: { landmark: "换电柜旁边的红门", capacity: 16 },
    },
    {
      name: "南门广场清凉驿站",
      address: "南门广场东侧",
      latitude: 38.4624,
      longitude: 106.2772,
      hours: posted(everyDay([]), {
        holidays: "as_week",
        seasons: [{ from: "06-01", to: "09-15", week: everyDay([from(8, 21)]) }],
        note: "只在夏天开",
      }),
      amenities: {
        ...working("indoor", "seat", "aircon", "cold_drink", "tea", "phone_charge"),
        heatstroke_kit: entry({ expiresOn: inDays(60) }),
      },
      confirmedDaysAgo: 3,
      rest: { capacity: 10 },
    },
    {
      name: "职工培训中心驿站",
      address: "职工培训中心一楼",
      latitude: 38.4759,
      longitude: 106.2931,
      hours: posted(everyDay("unknown"), { note: "工作日开放，具体几点没写" }),
      amenities: listed("seat", "drinking_water", "toilet", "wifi", "class_room", "legal_aid", "join_union"),
      confirmedDaysAgo: null,
      entryNote: "进大门跟门卫说来歇脚",
      rest: { host: "职工培训中心", areaSquareMetres: null, capacity: null },
    },
    {
      name: "新华街药店驿站",
      address: "新华东街",
      latitude: 38.4677,
      longitude: 106.2896,
      hours: posted(everyDay([{ opens: 450, closes: 1_350 }]), { holidays: [from(9, 18)] }),
      amenities: {
        ...working("indoor", "seat", "drinking_water", "aircon", "bp_meter", "bandaid", "clinic"),
        heatstroke_kit: entry({ expiresOn: inDays(-4), note: "过期了，先别用" }),
        first_aid: entry({ expiresOn: inDays(25) }),
      },
      confirmedDaysAgo: 3,
      rest: {
        host: "某药店",
        capacity: 5,
        closure: { from: now - 3 * HOUR_MS, until: now + 2 * DAY_MS, reason: "店里修水管" },
      },
    },
    {
      name: "凤凰街一平米驿站",
      address: "凤凰北街路口",
      latitude: 38.4741,
      longitude: 106.2812,
      hours: posted(everyDay([from(6, 22)])),
      amenities: { ...working("hot_water", "phone_charge", "umbrella"), seat: entry({ state: "absent" }) },
      confirmedDaysAgo: null,
      entryNote: "街边的小柜子，自己拿",
      rest: { kind: "micro", areaSquareMetres: 1, capacity: 1, reportedClosedUntil: now + 4 * HOUR_MS },
    },
    {
      name: "流动驿站爱心大巴",
      address: "北京东路公交站旁",
      latitude: 38.4834,
      longitude: 106.3079,
      hours: posted([...everyDay([from(10, 15)]).slice(0, 6), []], { holidays: [] }),
      amenities: {
        ...working("seat", "drinking_water", "aircon", "phone_charge", "haircut", "clinic"),
        first_aid: entry({ expiresOn: inDays(40) }),
      },
      confirmedDaysAgo: 1,
      entryNote: "车门开着就上来，下雨下雪不出车",
      rest: { kind: "mobile", areaSquareMetres: 12, capacity: 8 },
    },
    {
      name: "胜利街妈妈驿站",
      address: "胜利南街",
      latitude: 38.4588,
      longitude: 106.2954,
      hours: posted(everyDay([from(9, 18)]), { holidays: [] }),
      amenities: {
        ...baseKit,
        ...working("women_room", "nursing", "sofa", "smoke_free", "psych", "accessible_toilet", "wheelchair"),
        tv: entry({ state: "broken", note: "没信号", since: now - 6 * DAY_MS }),
      },
      confirmedDaysAgo: 0,
      audience: "女职工、带孩子的家长",
      rest: { host: "胜利街街道办事处", landmark: "妇幼门诊对面", capacity: 10 },
    },
  ];
}
