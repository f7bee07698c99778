import { useQueryClient } from "@tanstack/react-query";
import { App, Select } from "antd";
import { AMENITIES, type AmenityKind, type AmenityState } from "../../../shared/amenities/amenity";
import type { StationDetail } from "../../../shared/stations/station-answer";
import { callApi } from "../http/api";
import { failureWords } from "../http/failure";
import { useChangeRows } from "./use-desk-rows";

const STATES: readonly { value: AmenityState | "unknown"; label: string }[] = [
  { value: "working", label: "✓ 好的" },
  { value: "broken", label: "✕ 坏了" },
  { value: "absent", label: "– 没有" },
  { value: "unknown", label: "? 不知道" },
];
const KINDS = Object.keys(AMENITIES) as AmenityKind[];

/** How each amenity is, stored as soon as it is said. What nobody has said anything of can be added. */
export function AmenityFields({ station }: { station: StationDetail }) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const { lookAgain } = useChangeRows();
  const said = KINDS.filter((kind) => station.amenities[kind] !== undefined);
  const say = async (kind: AmenityKind, state: AmenityState | "unknown") => {
    const place = { id: station.id, kind };
    try {
      const saved =
        state === "unknown"
          ? await callApi("DELETE /stations/:id/amenities/:kind", place)
          : await callApi("PUT /stations/:id/amenities/:kind", { ...place, state });
      queries.setQueryData(["station", station.id], saved);
      void lookAgain();
    } catch (error) {
      message.error(failureWords(error));
    }
  };
  return (
    <>
      <h3>设施</h3>
      <ul className="amenity-fields">
        {said.map((kind) => (
          <li key={kind}>
            <span>{AMENITIES[kind].label}</span>
            <Select
              aria-label={AMENITIES[kind].label}
              size="small"
              value={station.amenities[kind] ?? "unknown"}
              onChange={(state: AmenityState | "unknown") => void say(kind, state)}
              options={STATES.map((state) => ({ ...state }))}
            />
          </li>
        ))}
      </ul>
      <Select
        aria-label="加一样设施"
        showSearch
        optionFilterProp="label"
        placeholder="加一样有的设施"
        style={{ width: "100%" }}
        value={null}
        onChange={(kind: AmenityKind | null) => kind !== null && void say(kind, "working")}
        options={KINDS.filter((kind) => !said.includes(kind)).map((kind) => ({
          value: kind,
          label: AMENITIES[kind].label,
        }))}
      />
    </>
  );
}
