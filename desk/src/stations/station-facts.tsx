import { useQuery } from "@tanstack/react-query";
import { AMENITIES, type AmenityKind } from "../../../shared/amenities/amenity";
import { whatWords, whoWords } from "../../../shared/audit/audit-words";
import type { StationDetail } from "../../../shared/stations/station-answer";
import { callApi } from "../http/api";
import { instantWords } from "./row-words";

const STATE_WORDS = { working: "✓ 好的", broken: "✕ 坏了", absent: "– 没有" } as const;
const MOST_LINES = 6;

/** What others say of a station: its amenities, photos, and what was done to it. */
export function StationFacts({ station }: { station: StationDetail }) {
  const record = useQuery({
    queryKey: ["record", station.id, station.revision],
    queryFn: async () => (await callApi("GET /audit", { stationId: station.id })).entries,
  });
  const amenities = Object.entries(station.amenities) as [AmenityKind, keyof typeof STATE_WORDS][];
  return (
    <>
      <h3>设施</h3>
      <p>
        {amenities.length === 0
          ? "都不知道"
          : amenities.map(([kind, state]) => `${AMENITIES[kind].label} ${STATE_WORDS[state]}`).join(" · ")}
      </p>
      {station.photos.length === 0 ? null : (
        <div className="panel-photos">
          {station.photos.map(({ id, smallUrl, of, check }) =>
            smallUrl === null ? null : (
              <figure key={id}>
                <img src={smallUrl} alt={PHOTO_WORDS[of]} loading="lazy" />
                <figcaption>
                  {PHOTO_WORDS[of]}
                  {check === "waiting" ? " · 等审" : ""}
                </figcaption>
              </figure>
            ),
          )}
        </div>
      )}
      <h3>记录</h3>
      <ul className="panel-record">
        {(record.data ?? []).slice(0, MOST_LINES).map((line) => (
          <li key={`${line.at} ${line.action} ${line.subject.id}`}>
            {instantWords(line.at)} {whoWords(line)} {whatWords(line)}
          </li>
        ))}
      </ul>
    </>
  );
}

const PHOTO_WORDS = { entrance: "门口", inside: "里面", sign: "门牌" } as const;
