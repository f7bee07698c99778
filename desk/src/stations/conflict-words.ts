import type { FieldConflict } from "../../../shared/contract/error-answer";
import type { Hours } from "../../../shared/stations/hours";
import { hoursInShort } from "../../../shared/stations/hours-words";

const LABELS: Readonly<Record<string, string>> = {
  code: "编号",
  name: "名称",
  kind: "类型",
  district: "区",
  address: "地址",
  landmark: "怎么找",
  hours: "时间",
  phone: "电话",
  audience: "谁能进",
  host: "在谁那里",
  entryNote: "怎么进",
  location: "位置",
  withdrawn: "用不用",
  withdrawnAt: "用不用",
  areaSquareMetres: "多少平方米",
  capacity: "坐得下几个人",
  amenities: "设施",
};

export function conflictKey({ id, field }: Pick<FieldConflict, "id" | "field">): string {
  return `${id} ${field}`;
}

export function fieldLabel(field: string): string {
  return LABELS[field] ?? "别的";
}

/** A value of a field, as people say it. */
export function valueWords(field: string, value: unknown): string {
  if (value === null || value === undefined || value === "") return field === "withdrawnAt" ? "在用" : "空着";
  if (field === "withdrawn") return value === true ? "撤下" : "在用";
  if (field === "withdrawnAt") return "撤下";
  if (field === "hours") return hoursWords(value as Hours);
  if (field === "district" && hasText(value)) return value.text;
  if (field === "location" && isPoint(value)) return `${value.latitude}, ${value.longitude}`;
  return typeof value === "object" ? "改过" : String(value);
}

function hoursWords(hours: Hours): string {
  return hours.written ?? hours.note ?? hoursInShort(hours).join(";");
}

function hasText(value: unknown): value is { text: string } {
  return typeof value === "object" && value !== null && "text" in value && typeof value.text === "string";
}

function isPoint(value: unknown): value is { latitude: number; longitude: number } {
  return typeof value === "object" && value !== null && "latitude" in value && "longitude" in value;
}
