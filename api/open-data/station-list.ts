import { isDeepStrictEqual } from "node:util";
import { AMENITIES, type AmenityKind } from "../../shared/amenities/amenity.js";
import type { EpochMs } from "../../shared/common/time.js";
import type { Hours } from "../../shared/stations/hours.js";
import { parseHoursText } from "../../shared/stations/hours-text.js";
import { specialDayWords, weekInShort } from "../../shared/stations/hours-words.js";
import { serviceListText } from "../../shared/stations/services/service-list-text.js";
import { mergedHours } from "../stations/import/merge-row.js";
import type { TextTable } from "../tables/text-table.js";
import type { OpenStation } from "./open-station.js";

const COLUMNS = [
  { header: "编号" },
  { header: "名称", isWide: true },
  { header: "地址", isWide: true },
  { header: "地标" },
  { header: "区县" },
  { header: "经度(GCJ-02)" },
  { header: "纬度(GCJ-02)" },
  { header: "开放时间", isWide: true },
  { header: "设施", isWide: true },
  { header: "可容纳人数" },
  { header: "面积" },
  { header: "类型" },
  { header: "所属单位" },
  { header: "服务对象" },
  { header: "进门说明" },
  { header: "定时服务", isWide: true },
];
const KINDS: Record<OpenStation["kind"], string> = { standard: "标准", micro: "微型", mobile: "流动" };

/** Stations as the list that the import reads: bringing it back changes nothing. */
export function stationList(stations: readonly OpenStation[], now: EpochMs): TextTable {
  return {
    sheet: "驿站",
    columns: COLUMNS,
    rows: stations.map((station) => [
      station.code ?? "",
      station.name,
      station.address,
      station.landmark ?? "",
      station.district.text,
      String(station.gcj02.longitude),
      String(station.gcj02.latitude),
      hoursCell(station.hours),
      amenitiesCell(station.amenities),
      station.capacity === null ? "" : String(station.capacity),
      station.areaSquareMetres === null ? "" : String(station.areaSquareMetres),
      KINDS[station.kind],
      station.host ?? "",
      station.audience ?? "",
      station.entryNote ?? "",
      serviceListText(station.timedServices, now) ?? "",
    ]),
  };
}

/** Words that are read as these very hours; where there are none, nothing, which leaves hours as they are. */
function hoursCell(hours: Hours): string {
  const week = weekInShort(hours.week).join(";").replaceAll("–", "-");
  const holidays = specialDayWords(hours.holidays).join(",").replaceAll("–", "-");
  const candidates = [hours.written, hours.note, week, `${week}；节假日${holidays}`];
  const isSame = (text: string) => isDeepStrictEqual(mergedHours(parseHoursText(text).hours, hours), hours);
  return candidates.find((text): text is string => typeof text === "string" && isSame(text)) ?? "";
}

function amenitiesCell(amenities: OpenStation["amenities"]): string {
  return Object.entries(amenities)
    .map(([kind, state]) => {
      const label = AMENITIES[kind as AmenityKind].label.replaceAll(" ", "");
      if (state === "absent") return `无${label}`;
      return state === "broken" ? `${label}坏了` : label;
    })
    .join("、");
}
