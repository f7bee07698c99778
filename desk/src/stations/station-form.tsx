import { useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { lazy, Suspense, useMemo, useState } from "react";
import type { MapPoint } from "../../../shared/common/place";
import type { StationDetail } from "../../../shared/stations/station-answer";
import { callApi } from "../http/api";
import { ApiFailure, failureWords } from "../http/failure";
import { fieldLabel, valueWords } from "./conflict-words";
import { DistrictField } from "./district-field";
import { type Draft, draftOf, emptyDraft, newStationOf, patchOf, problemsOf } from "./draft";
import { WeekGrid } from "./hours-grid";
import { HoursReading } from "./hours-reading";
import { StationFacts } from "./panel-facts";
import { PointField } from "./point-field";
import { TextField } from "./text-field";
import { useChangeRows, useDeskRows } from "./use-desk-rows";

const PinMap = lazy(() => import("./pin-map"));

interface StationFormProps {
  /** Null: one that is being added. */
  station: StationDetail | null;
  nextId: string | null;
  onOpen: (id: string | null) => void;
}

/** What an officer says of one station. What was not touched is not sent. */
export function StationForm({ station, nextId, onOpen }: StationFormProps) {
  // What somebody else changes while one writes is a conflict, and not the start of a new draft.
  const [start, setStart] = useState(station);
  const before = useMemo(() => (start === null ? emptyDraft() : draftOf(start)), [start]);
  const [draft, setDraft] = useState(before);
  const [failure, setFailure] = useState<unknown>(null);
  const [isSaving, setSaving] = useState(false);
  const queries = useQueryClient();
  const { lookAgain } = useChangeRows();
  const { message } = App.useApp();
  const set = (change: Partial<Draft>) => setDraft((known) => ({ ...known, ...change }));
  const middle = useMiddle();
  const problems = problemsOf(draft, before, failure instanceof ApiFailure ? failure : null);

  const save = async (): Promise<boolean> => {
    setSaving(true);
    setFailure(null);
    try {
      const saved = await sent(start, before, draft);
      setStart(saved);
      setDraft(draftOf(saved));
      queries.setQueryData(["station", saved.id], saved);
      void lookAgain();
      message.success("已存");
      if (station === null) onOpen(saved.id);
      return true;
    } catch (error) {
      setFailure(error);
      return false;
    } finally {
      setSaving(false);
    }
  };
  const saveAndNext = async () => {
    if (await save()) onOpen(nextId);
  };
  return (
    <form
      className="station-form"
      onSubmit={(event) => {
        event.preventDefault();
        void (nextId === null ? save() : saveAndNext());
      }}
    >
      <h2>{station?.name ?? "新加一个驿站"}</h2>
      {failure === null ? null : <FailureNote error={failure} />}
      <Suspense fallback={<div className="pin-map" />}>
        <PinMap
          point={draft.point}
          middle={middle}
          before={before.point}
          onMove={(point) => set({ point, surveyed: { ...point, datum: "gcj02" }, coordinates: "" })}
        />
      </Suspense>
      <PointField draft={draft} before={before} problem={problems.location} onChange={set} />
      <TextField label="名称" value={draft.name} problem={problems.name} onChange={(name) => set({ name })} />
      <TextField
        label="开放时间(照平时的写法)"
        value={draft.hoursText}
        problem={problems.hoursText}
        onChange={(hoursText) => set({ hoursText })}
      />
      <HoursReading text={draft.hoursText} isAsWas={draft.hoursText === before.hoursText} />
      <details className="week-part">
        <summary>点着改一周的时间</summary>
        <WeekGrid text={draft.hoursText} onChange={(hoursText) => set({ hoursText })} />
      </details>
      <TextField
        label="地址"
        value={draft.address}
        problem={problems.address}
        onChange={(address) => set({ address })}
      />
      <DistrictField value={draft.district} problem={problems.district} onChange={(district) => set({ district })} />
      <TextField label="编号" value={draft.code} problem={problems.code} onChange={(code) => set({ code })} />
      <TextField label="电话" value={draft.phone} problem={problems.phone} onChange={(phone) => set({ phone })} />
      <TextField
        label="谁能进"
        value={draft.audience}
        problem={problems.audience}
        onChange={(audience) => set({ audience })}
      />
      <TextField
        label="怎么进"
        value={draft.entryNote}
        problem={problems.entryNote}
        onChange={(entryNote) => set({ entryNote })}
      />
      <TextField label="在谁那里" value={draft.host} problem={problems.host} onChange={(host) => set({ host })} />
      <TextField
        label="怎么找"
        value={draft.landmark}
        problem={problems.landmark}
        onChange={(landmark) => set({ landmark })}
      />
      {station === null ? null : <StationFacts station={station} />}
      <div className="panel-buttons">
        {nextId === null ? null : (
          <Button type="primary" size="large" htmlType="submit" loading={isSaving}>
            保存并看下一个
          </Button>
        )}
        <Button
          size="large"
          type={nextId === null ? "primary" : "default"}
          loading={isSaving}
          onClick={() => void save()}
        >
          {station === null ? "加上" : "只保存"}
        </Button>
      </div>
    </form>
  );
}

/** Of the stations that one looks after: where a new one is looked for. Without any, of China. */
function useMiddle(): MapPoint {
  const { rows } = useDeskRows();
  if (rows.length === 0) return { latitude: 35.86, longitude: 104.19 };
  const sum = (part: keyof MapPoint) => rows.reduce((total, { location }) => total + location[part], 0);
  return { latitude: sum("latitude") / rows.length, longitude: sum("longitude") / rows.length };
}

async function sent(station: StationDetail | null, before: Draft, draft: Draft): Promise<StationDetail> {
  if (station === null) return callApi("POST /stations", newStationOf(draft));
  return callApi("PATCH /stations/:id", { id: station.id, revision: station.revision, ...patchOf(before, draft) });
}

function FailureNote({ error }: { error: unknown }) {
  const conflicts = error instanceof ApiFailure ? error.conflicts : [];
  return (
    <div className="wrong" role="alert">
      <p>{failureWords(error)}</p>
      {conflicts.map(({ field, theirs, yours }) => (
        <p key={field}>
          {fieldLabel(field)}：别人写的是「{valueWords(field, theirs)}」，您写的是「{valueWords(field, yours)}
          」。关上再打开，看看新的再改。
        </p>
      ))}
    </div>
  );
}
