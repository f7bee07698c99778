import { AMENITIES, type AmenityKind } from "../../../../../shared/amenities/amenity";
import { ChipRow } from "../../../ui/chip-row";
import { ALL_DAY, OPEN_NOW } from "./chip-words";
import type { NearbyFilters } from "./nearby-question";

interface FilterRowProps {
  filters: NearbyFilters;
  /** What some station within reach has, most common first. */
  offered: readonly AmenityKind[];
  onChange: (filters: NearbyFilters) => void;
}

/** Big chips: what is on carries a mark and a dark ground. */
export function FilterRow({ filters, offered, onChange }: FilterRowProps) {
  // What is on stays, to be turned off again.
  const kinds = [...offered, ...filters.amenities.filter((kind) => !offered.includes(kind))];
  const toggle = (kind: AmenityKind) => {
    const amenities = filters.amenities.includes(kind)
      ? filters.amenities.filter((other) => other !== kind)
      : [...filters.amenities, kind];
    onChange({ ...filters, amenities });
  };
  const chips = [
    {
      key: "open",
      label: OPEN_NOW,
      on: filters.openOnly,
      press: () => onChange({ ...filters, openOnly: !filters.openOnly }),
    },
    {
      key: "all-day",
      label: ALL_DAY,
      on: filters.allDay,
      press: () => onChange({ ...filters, allDay: !filters.allDay }),
    },
    ...kinds.map((kind) => ({
      key: kind,
      label: AMENITIES[kind].label,
      on: filters.amenities.includes(kind),
      press: () => toggle(kind),
    })),
  ];
  return <ChipRow label="筛选" chips={chips} first={1} />;
}
