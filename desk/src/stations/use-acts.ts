import { App } from "antd";
import { useCallback, useRef, useState } from "react";
import type { FieldConflict } from "../../../shared/contract/error-answer";
import type { DeskRow } from "../../../shared/desk/desk-answer";
import { callApi } from "../http/api";
import { ApiFailure, failureWords } from "../http/failure";
import { type CellEdit, editedRow } from "./cell-edits";
import { newChangeId, type StationChange, sendAct } from "./send-act";
import { useChangeRows } from "./use-desk-rows";

export interface DoneAct {
  changeId: string;
  /** 改了 49 个站的时间. */
  words: string;
}

/** An act that somebody else's changes stand in the way of. */
export interface StoppedAct {
  changeId: string;
  words: string;
  edits: CellEdit[];
  conflicts: FieldConflict[];
}

/** Sends changes of the table, and takes them back. */
export function useActs(rows: readonly DeskRow[]) {
  const { message } = App.useApp();
  const { show, lookAgain } = useChangeRows();
  const [done, setDone] = useState<DoneAct[]>([]);
  const [stopped, setStopped] = useState<StoppedAct | null>(null);
  const [left, setLeft] = useState<FieldConflict[] | null>(null);
  const [progress, setProgress] = useState<{ done: number; of: number } | null>(null);
  const newest = useRef(rows);
  newest.current = rows;

  const send = useCallback(
    async (edits: CellEdit[], words: string, changeId = newChangeId()): Promise<boolean> => {
      const changes = changesOf(edits, newest.current);
      setProgress({ done: 0, of: changes.length });
      try {
        const act = await sendAct(changeId, changes, (count) => setProgress({ done: count, of: changes.length }));
        const byRow = byStation(edits);
        show(new Map([...byRow].map(([id, some]) => [id, shownRow(some, act.revisions[id])])));
        setDone((acts) => [...acts.filter((one) => one.changeId !== changeId), { changeId, words }]);
        void lookAgain();
        return true;
      } catch (error) {
        if (error instanceof ApiFailure && error.conflicts.length > 0) {
          setStopped({ changeId, words, edits, conflicts: error.conflicts });
          await lookAgain();
        } else message.error(namedFailure(error, newest.current), 8);
        return false;
      } finally {
        setProgress(null);
      }
    },
    [message, show, lookAgain],
  );

  const undo = useCallback(
    async (act: DoneAct) => {
      try {
        const { conflicts } = await callApi("POST /changes/:changeId/undo", { changeId: act.changeId });
        setDone((acts) => acts.filter(({ changeId }) => changeId !== act.changeId));
        await lookAgain();
        message.success(`撤回了：${act.words}`);
        if (conflicts.length > 0) setLeft(conflicts);
      } catch (error) {
        message.error(failureWords(error));
      }
    },
    [message, lookAgain],
  );

  return { send, undo, last: done.at(-1) ?? null, stopped, setStopped, left, setLeft, progress };
}

function shownRow(edits: readonly CellEdit[], revision: number | undefined): Partial<DeskRow> {
  return { ...editedRow(edits), ...(revision === undefined ? {} : { revision }) };
}

/** One change for each station, from the revision that the table shows now. */
function changesOf(edits: readonly CellEdit[], rows: readonly DeskRow[]): StationChange[] {
  const revisions = new Map(rows.map(({ id, revision }) => [id, revision]));
  const byRow = byStation(edits);
  return [...byRow].map(([id, some]) => ({
    id,
    revision: revisions.get(id) ?? some[0]?.row.revision ?? 1,
    set: Object.assign({}, ...some.map(({ set }) => set)),
  }));
}

/** Names the station that is wrong. */
function namedFailure(error: unknown, rows: readonly DeskRow[]): string {
  const id = error instanceof ApiFailure ? error.fields[0]?.id : undefined;
  const name = rows.find((row) => row.id === id)?.name;
  return name === undefined ? failureWords(error) : `「${name}」${failureWords(error)}`;
}

function byStation(edits: readonly CellEdit[]): Map<string, CellEdit[]> {
  const groups = new Map<string, CellEdit[]>();
  for (const edit of edits) groups.set(edit.row.id, [...(groups.get(edit.row.id) ?? []), edit]);
  return groups;
}
