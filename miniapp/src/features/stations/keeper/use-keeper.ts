import { useEffect, useMemo, useState } from "react";
import type { EpochMs } from "../../../../../shared/common/time";
import { confirmsAs } from "../../../../../shared/stations/keeper-change";
import type { StationDetail } from "../../../../../shared/stations/station-answer";
import { isNetworkFailure } from "../../../http/api-failure";
import type { PendingWrite, SentWrite } from "../../../queue/pending-write";
import { enqueue, usePending, useSent } from "../../../queue/pending-writes";
import { type SavingState, writeWords } from "../../../queue/write-words";
import { askKeeper } from "../../messages/ask-to-subscribe";
import { refreshOwnMessages } from "../../messages/own-messages";
import { useSignIn } from "../../people/sign-in";
import { applyWrites } from "./apply-writes";
import { goodForMs, type KeeperTap } from "./keeper-tap";
import { undoOf } from "./undo";

/** What is said of the last tap, and how to take it back. */
export interface TapAnswer {
  words: string;
  saving: SavingState;
  undo: (() => void) | null;
}

export interface Keeper {
  /** As the keeper has said it is, whether the server knows yet or not. */
  station: StationDetail;
  /** The server's time, not before its last answer: a closure of this second must not lie in the future. */
  now: EpochMs;
  answer: TapAnswer | null;
  /** Writes that were given up. */
  lost: readonly PendingWrite[];
  tap: (tap: KeeperTap) => void;
}

interface LastTap {
  key: string;
  words: string;
  undo: KeeperTap | null;
}

/** How long the answer to a tap, with 撤销, stays once it is stored. */
const ANSWER_MS = 8_000;

/** One station under a keeper's hands: every tap shows at once, is kept, and is sent when it can be. */
export function useKeeper(loaded: StationDetail, clock: EpochMs): Keeper {
  const { id } = loaded;
  const pending = usePending(id);
  const [answered, setAnswered] = useState<StationDetail | null>(null);
  const [lastTap, setLastTap] = useState<LastTap | null>(null);
  useSent(id, (sent) => {
    const station = stationIn(sent);
    if (station) setAnswered(station);
    // What the write answered does not wait any more.
    void refreshOwnMessages();
  });

  const newest = answered && isNewer(answered, loaded) ? answered : loaded;
  const now = Math.max(clock, Date.parse(newest.asOf));
  const user = useSignIn()?.user;
  const by = user ? confirmsAs(user, id) : "keeper";
  const station = useMemo(() => applyWrites(newest, pending, now, by), [newest, pending, now, by]);
  const saving = lastTap ? savingState(pending, lastTap.key) : null;

  useEffect(() => {
    if (saving !== "saved") return;
    const timer = setTimeout(() => setLastTap((current) => (current === lastTap ? null : current)), ANSWER_MS);
    return () => clearTimeout(timer);
  }, [saving, lastTap]);

  const send = (tap: KeeperTap, undo: KeeperTap | null, words: string) => {
    const key = enqueue(tap.endpoint, tap.input, { goodForMs: goodForMs(tap, now) });
    setLastTap({ key, undo, words });
  };
  const undo = lastTap?.undo;
  return {
    station,
    now,
    answer: lastTap && saving && { words: lastTap.words, saving, undo: undo ? () => send(undo, null, "撤回了") : null },
    lost: pending.filter(({ state }) => state === "failed"),
    tap: (tap) => {
      // First in the tap: WeChat asks within one only.
      askKeeper();
      send(tap, undoOf(tap, station, now), writeWords(tap, now));
    },
  };
}

function isNewer(one: StationDetail, other: StationDetail): boolean {
  return one.revision > other.revision || (one.revision === other.revision && one.asOf >= other.asOf);
}

/** Null when it was given up, which is said elsewhere. What waits behind a write without network has none either. */
function savingState(pending: readonly PendingWrite[], key: string): SavingState | null {
  const write = pending.find((one) => one.key === key);
  if (!write) return "saved";
  if (write.state === "failed") return null;
  const failures = pending.map(({ state, failure }) => (state === "failed" ? null : failure));
  if (failures.some((failure) => failure !== null && failure !== "too_late" && isNetworkFailure(failure))) {
    return "no_network";
  }
  return failures.some((failure) => failure !== null) ? "server_busy" : "saving";
}

/** The station in the answer to one of a keeper's writes; others may be about the same station. */
function stationIn(sent: SentWrite): StationDetail | null {
  switch (sent.endpoint) {
    case "PUT /stations/:id/closure":
    case "DELETE /stations/:id/closure":
    case "PUT /stations/:id/amenities/:kind":
    case "DELETE /stations/:id/amenities/:kind":
    case "PUT /stations/:id/services/:name":
    case "DELETE /stations/:id/services/:name":
    case "PUT /stations/:id/today":
    case "DELETE /stations/:id/today":
    case "PUT /stations/:id/days":
    case "POST /stations/:id/confirm":
    case "POST /stations/:id/facts":
      return sent.output;
    default:
      return null;
  }
}
