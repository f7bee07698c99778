import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { callApi } from "../http/api";
import { failureWords } from "../http/failure";
import { ROWS_KEY } from "../stations/use-desk-rows";
import { photoWords, type WaitingPhoto } from "./waiting-photo";

export const WAITING_KEY = ["photos-waiting"] as const;
/** So long a verdict can be taken back. A refused picture is gone for good: until then nothing is sent. */
const HELD_MS = 8_000;

interface Verdict {
  of: WaitingPhoto;
  /** Null: everybody may see it. */
  reason: string | null;
}
interface Held extends Verdict {
  timer: ReturnType<typeof setTimeout>;
}

/** Verdicts on photos, each held for some seconds before it is sent. Whoever leaves the page sends what is held. */
export function useVerdicts() {
  const queries = useQueryClient();
  const held = useRef<Held[]>([]);
  const [judged, setJudged] = useState<ReadonlySet<string>>(new Set());
  const [told, setTold] = useState("");
  const [canUndo, setCanUndo] = useState(false);

  const show = useCallback((photoId: string, isJudged: boolean) => {
    setJudged((before) => new Set(isJudged ? [...before, photoId] : [...before].filter((id) => id !== photoId)));
    setCanUndo(held.current.length > 0);
  }, []);

  const send = useCallback(
    async ({ of, reason }: Verdict) => {
      const { station, photo } = of;
      held.current = held.current.filter((one) => one.of.photo.id !== photo.id);
      setCanUndo(held.current.length > 0);
      const params = { id: station.id, photoId: photo.id };
      try {
        if (reason === null) await callApi("POST /stations/:id/photos/:photoId/approve", params);
        else await callApi("POST /stations/:id/photos/:photoId/reject", { ...params, reason });
        if (held.current.length === 0) await queries.invalidateQueries({ queryKey: ROWS_KEY });
      } catch (error) {
        // It waits on: the photo comes back to the wall.
        show(photo.id, false);
        setTold(`${photoWords(of)} 没存上：${failureWords(error)}`);
      }
    },
    [queries, show],
  );

  const judge = useCallback(
    (of: WaitingPhoto, reason: string | null) => {
      const verdict = { of, reason };
      held.current.push({ ...verdict, timer: setTimeout(() => void send(verdict), HELD_MS) });
      show(of.photo.id, true);
      setTold(`${photoWords(of)} ${reason === null ? "通过了" : `没通过：${reason}`}`);
    },
    [send, show],
  );

  /** Takes back the last verdict that is not sent yet. */
  const undo = useCallback(() => {
    const last = held.current.pop();
    if (last === undefined) return null;
    clearTimeout(last.timer);
    show(last.of.photo.id, false);
    setTold(`撤回了：${photoWords(last.of)}`);
    return last.of.photo.id;
  }, [show]);

  useEffect(() => {
    const sendAll = () => {
      for (const one of held.current) {
        clearTimeout(one.timer);
        void send(one);
      }
    };
    addEventListener("pagehide", sendAll);
    return () => {
      removeEventListener("pagehide", sendAll);
      sendAll();
    };
  }, [send]);

  return { judged, told, canUndo, judge, undo };
}
