import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { whatWords, whoWords } from "../../../shared/audit/audit-words";
import type { StationDetail } from "../../../shared/stations/station-answer";
import { callApi } from "../http/api";
import { PlaceLink } from "../parts/place-link";
import { taskWords } from "../today/task-words";
import { AmenityFields } from "./amenity-fields";
import { InviteDialog } from "./invite-dialog";
import { instantWords } from "./row-words";
import { ServiceFields } from "./service-fields";
import { useDeskRows } from "./use-desk-rows";

const MOST_LINES = 6;
const PHOTO_WORDS = { entrance: "门口", inside: "里面", sign: "门牌" } as const;

/** What others say of a station: who keeps it, its amenities, photos, what is reported, and what was done to it. */
export function StationFacts({ station }: { station: StationDetail }) {
  return (
    <>
      <Keepers id={station.id} />
      <Tasks id={station.id} />
      <AmenityFields station={station} />
      <ServiceFields station={station} />
      <h3>照片</h3>
      {station.photos.length === 0 ? <p className="quiet">还没有照片。站长在手机上拍。</p> : null}
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
      <RecordLines station={station} />
    </>
  );
}

function Keepers({ id }: { id: string }) {
  const row = useDeskRows().rows.find((one) => one.id === id);
  const [isInviting, setInviting] = useState(false);
  if (row === undefined) return null;
  return (
    <>
      <h3>站长</h3>
      <p>
        {row.keepers.length === 0 ? <span className="wrong">没有站长</span> : row.keepers.join("、")}{" "}
        <Button size="small" onClick={() => setInviting(true)}>
          邀请站长
        </Button>
      </p>
      {isInviting ? <InviteDialog rows={[row]} onClose={() => setInviting(false)} /> : null}
    </>
  );
}

function Tasks({ id }: { id: string }) {
  const open = useQuery({
    queryKey: ["open-tasks", id],
    queryFn: async () => (await callApi("GET /tasks", { stationId: id, state: "open" })).tasks,
  });
  if ((open.data ?? []).length === 0) return null;
  return (
    <>
      <h3>上报</h3>
      <ul className="panel-record">
        {(open.data ?? []).map((task) => (
          <li key={task.id} className={task.overdue ? "wrong" : undefined}>
            {taskWords(task)}
            {task.dueAt === null ? "" : `，${instantWords(task.dueAt)} 前`}
          </li>
        ))}
      </ul>
      <PlaceLink to={`/reports?station=${id}`}>去处理这个站的上报</PlaceLink>
    </>
  );
}

function RecordLines({ station }: { station: StationDetail }) {
  const record = useQuery({
    queryKey: ["record", station.id, station.revision],
    queryFn: async () => (await callApi("GET /audit", { stationId: station.id })).entries,
  });
  return (
    <>
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
