import { useQueryClient } from "@tanstack/react-query";
import { App, Button, Input } from "antd";
import { useState } from "react";
import { MOST_SERVICES, SERVICE_LIMITS } from "../../../shared/common/field-limits";
import { beijingDate, beijingDayNumber } from "../../../shared/common/time";
import { DOOR_SHUT_THEN, meetsDoor } from "../../../shared/stations/services/meets-door";
import { readServiceHours } from "../../../shared/stations/services/read-service-hours";
import { serviceHoursLines } from "../../../shared/stations/services/service-hours-words";
import { serviceHoursText } from "../../../shared/stations/services/write-service-hours";
import type { StationDetail } from "../../../shared/stations/station-answer";
import { callApi } from "../http/api";
import { failureWords } from "../http/failure";

interface Row {
  name: string;
  hoursText: string;
  note: string;
}

const EMPTY: Row = { name: "", hoursText: "", note: "" };

/** What is offered at times of its own: a row each, stored by itself; what is made of the hours stands beside them. */
export function ServiceFields({ station }: { station: StationDetail }) {
  const { timedServices = [] } = station;
  const today = beijingDate(beijingDayNumber(Date.parse(station.asOf)));
  return (
    <>
      <h3>定时服务</h3>
      {timedServices.map(({ name, hours, note }) => (
        <ServiceRow
          key={name}
          station={station}
          before={{ name, hoursText: serviceHoursText(hours, today) ?? "", note: note ?? "" }}
          today={today}
        />
      ))}
      {timedServices.length < MOST_SERVICES ? (
        // A row that was stored leaves room for the next.
        <ServiceRow key={`new ${timedServices.length}`} station={station} before={null} today={today} />
      ) : null}
    </>
  );
}

interface ServiceRowProps {
  station: StationDetail;
  /** Null: one that is added. */
  before: Row | null;
  today: string;
}

function ServiceRow({ station, before, today }: ServiceRowProps) {
  const [row, setRow] = useState(before ?? EMPTY);
  const queries = useQueryClient();
  const { message } = App.useApp();
  const place = { id: station.id, name: row.name.trim() };
  const store = async (call: () => Promise<StationDetail>) => {
    try {
      queries.setQueryData(["station", station.id], await call());
      message.success("已存");
    } catch (error) {
      message.error(failureWords(error));
    }
  };
  const isChanged = before === null || row.hoursText !== before.hoursText || row.note !== before.note;
  const isReady = isChanged && place.name !== "" && readServiceHours(row.hoursText, today).hours !== null;
  const said = { ...place, hoursText: row.hoursText.trim(), note: row.note.trim() || null };
  const say = () => void store(() => callApi("PUT /stations/:id/services/:name", said));
  const title = before?.name ?? "加一项";
  return (
    <fieldset
      className="service-row"
      aria-label={title}
      onKeyDown={(event) => {
        // Enter stores this row, and not the station that it stands in.
        if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return;
        event.preventDefault();
        if (isReady) say();
      }}
    >
      {before === null ? (
        <Input
          aria-label="服务的名字"
          placeholder="加一项，如 法律援助"
          maxLength={SERVICE_LIMITS.name}
          value={row.name}
          onChange={({ target }) => setRow({ ...row, name: target.value })}
        />
      ) : (
        <strong>{before.name}</strong>
      )}
      <Input
        aria-label={`${title}什么时候有`}
        placeholder="周二14:00-16:00 或 12月5日9:00-11:00"
        maxLength={SERVICE_LIMITS.hours}
        value={row.hoursText}
        onChange={({ target }) => setRow({ ...row, hoursText: target.value })}
      />
      <Reading text={row.hoursText} station={station} today={today} />
      <Input
        aria-label={`${title}的说明`}
        placeholder="在哪、带什么(可以不写)"
        maxLength={SERVICE_LIMITS.note}
        value={row.note}
        onChange={({ target }) => setRow({ ...row, note: target.value })}
      />
      <div className="service-buttons">
        <Button size="small" disabled={!isReady} onClick={say}>
          {before === null ? "加上" : "存"}
        </Button>
        {before === null ? null : (
          <Button
            size="small"
            danger
            aria-label={`删掉${before.name}`}
            onClick={() => void store(() => callApi("DELETE /stations/:id/services/:name", place))}
          >
            删掉
          </Button>
        )}
      </div>
    </fieldset>
  );
}

/** What is made of the hours while somebody writes them. */
function Reading({ text, station, today }: { text: string; station: StationDetail; today: string }) {
  if (text.trim() === "") return null;
  const { hours, problem } = readServiceHours(text, today);
  const isShut = hours !== null && !meetsDoor(station.hours, hours, Date.parse(station.asOf));
  return (
    <p className={hours === null || isShut ? "reading is-bad" : "reading is-good"} role="status">
      {hours === null ? problem : `读成：${serviceHoursLines(hours).join("；")}`}
      {isShut ? `。${DOOR_SHUT_THEN}` : ""}
    </p>
  );
}
