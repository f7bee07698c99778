import type { AmenityKind, AmenityState } from "../amenities/amenity.js";
import { presentAmenities } from "../stations/present-station.js";
import type { Station, StationId } from "../stations/station.js";
import type { AreaName } from "./area.js";
import { type PackedService, servicesCode, servicesOfCode } from "./packed-services.js";
import { type TextColumn, textAt, textColumn } from "./text-column.js";

/** What the list and the page of a station show beyond what finding it needs. */
export interface PackedDetail {
  id: StationId;
  code: string | null;
  name: string;
  address: string;
  landmark: string | null;
  district: { code: string | null; text: string };
  host: string | null;
  phone: string | null;
  audience: string | null;
  entryNote: string | null;
  confirmedBy: Station["confirmedBy"];
  isDemo: boolean;
  /** Amenities that do not work or are not there: those that work are in the lite pack. */
  otherAmenities: Partial<Record<AmenityKind, Exclude<AmenityState, "working">>>;
  unconfirmedAmenities: AmenityKind[];
  timedServices: PackedService[];
}

type TextField = "code" | "address" | "landmark" | "host" | "phone" | "audience" | "entryNote" | "confirmedBy";
const TEXT_FIELDS = ["code", "address", "landmark", "host", "phone", "audience", "entryNote", "confirmedBy"] as const;

/** Who the stations of an area are: rows as in the lite pack that names this version. */
export interface DetailPack {
  area: AreaName;
  version: string;
  /** Without the `st_` that all begin with. */
  ids: string[];
  names: string[];
  texts: Record<TextField, TextColumn>;
  districts: { codes: TextColumn; texts: TextColumn };
  /** JSON of `otherAmenities` and `unconfirmedAmenities`: stations of one list are alike. */
  amenities: TextColumn;
  /** As {@link servicesCode} writes them; absent: no station of the area has any. */
  services?: TextColumn;
  demoRows: number[];
}

const PREFIX = "st_";

/** @param stations in the order of `inRowOrder` */
export function detailPack(
  { area, version }: Pick<DetailPack, "area" | "version">,
  stations: readonly Station[],
): DetailPack {
  const details = stations.map(packedDetail);
  const services = details.map(({ timedServices }) => servicesCode(timedServices));
  const texts = Object.fromEntries(
    TEXT_FIELDS.map((field) => [field, textColumn(details.map((detail) => detail[field]))]),
  );
  return {
    area,
    version,
    ids: details.map(({ id }) => id.slice(PREFIX.length)),
    names: details.map(({ name }) => name),
    texts: texts as DetailPack["texts"],
    districts: {
      codes: textColumn(details.map(({ district }) => district.code)),
      texts: textColumn(details.map(({ district }) => district.text)),
    },
    amenities: textColumn(
      details.map(({ otherAmenities, unconfirmedAmenities }) => JSON.stringify([otherAmenities, unconfirmedAmenities])),
    ),
    ...(services.some((code) => code !== null) ? { services: textColumn(services) } : {}),
    demoRows: details.flatMap(({ isDemo }, row) => (isDemo ? [row] : [])),
  };
}

export function idsOf(pack: DetailPack): StationId[] {
  return pack.ids.map((id) => PREFIX + id);
}

/** Null: the pack has no such row. */
export function detailAt(pack: DetailPack, row: number): PackedDetail | null {
  const [id, name] = [pack.ids[row], pack.names[row]];
  if (id === undefined || name === undefined) return null;
  const text = (field: TextField) => textAt(pack.texts[field], row);
  const confirmedBy = text("confirmedBy");
  const [otherAmenities, unconfirmedAmenities] = JSON.parse(textAt(pack.amenities, row) ?? "[{},[]]");
  return {
    id: PREFIX + id,
    name,
    code: text("code"),
    address: text("address") ?? "",
    landmark: text("landmark"),
    district: { code: textAt(pack.districts.codes, row), text: textAt(pack.districts.texts, row) ?? "" },
    host: text("host"),
    phone: text("phone"),
    audience: text("audience"),
    entryNote: text("entryNote"),
    confirmedBy: confirmedBy === "keeper" || confirmedBy === "officer" ? confirmedBy : null,
    isDemo: pack.demoRows.includes(row),
    otherAmenities,
    unconfirmedAmenities,
    timedServices: servicesOfCode(pack.services === undefined ? null : textAt(pack.services, row)),
  };
}

function packedDetail(station: Station): PackedDetail {
  const { amenities, unconfirmedAmenities } = presentAmenities(station.amenities);
  const others = Object.entries(amenities).filter(([, state]) => state !== "working");
  const { id, code, name, address, landmark, district, host, phone, audience, entryNote, confirmedBy, isDemo } =
    station;
  return {
    ...{ id, code, name, address, landmark, district, host, phone, audience, entryNote, confirmedBy, isDemo },
    otherAmenities: Object.fromEntries(others),
    unconfirmedAmenities,
    timedServices: station.timedServices ?? [],
  };
}
