import type { User } from "../../../shared/people/user.js";
import type { StationImportAnswer } from "../../../shared/stations/import/import-answer.js";
import type { Dependencies } from "../../dependencies.js";
import type { RefusedChange } from "../station-import-store.js";
import { changesOf, decideImport, type ListQuestion, readForImport, refusal } from "./decide-import.js";
import { importAct } from "./import-act.js";
import type { ImportPlan } from "./plan-import.js";

export interface ImportProgress {
  step: "read" | "compared" | "staged" | "published";
  rows: number;
}

type Needs = Pick<Dependencies, "stations" | "stationImports" | "districts" | "heavyWork" | "clock" | "newId">;

export interface ImportRequest extends ListQuestion {
  /** Says what would happen and changes nothing. */
  dryRun: boolean;
  onProgress?: (progress: ImportProgress) => void;
}

const ATTEMPTS = 5;

/**
 * Imports a list of stations, CSV or XLSX: all of its rows or none. Everything is checked first, staged where nobody
 * sees it, and shown by one switch. When a station moved on meanwhile, all is decided again from what is known then.
 *
 * @throws ImportRejection naming row, column, value and what is expected; nothing was imported
 * @throws ApiError `conflict` when others kept changing the same stations
 */
export async function importStations(deps: Needs, request: ImportRequest): Promise<StationImportAnswer> {
  const list = await readForImport(deps, request);
  const progress = (step: ImportProgress["step"], rows = list.rows.length) => request.onProgress?.({ step, rows });
  progress("read");
  for (let attempt = 1; ; attempt++) {
    const { plan, answer } = await decideImport(deps, list, request);
    progress("compared");
    const { refused, changeId } = request.dryRun ? NOTHING : await publish(deps, plan, request.user, progress);
    if (refused.length === 0) return { ...answer, changeId };
    if (attempt >= ATTEMPTS) throw refusal(refused, (id) => plan.rows.find(({ station }) => station.id === id)?.row);
  }
}

interface Published {
  refused: RefusedChange[];
  changeId: string | null;
}

const NOTHING: Published = { refused: [], changeId: null };

/** An officer's import is one act; a command on the machine itself has an entry in the record for each station. */
async function publish(
  { stationImports, newId }: Needs,
  plan: ImportPlan,
  user: User | null,
  progress: (step: ImportProgress["step"], rows?: number) => void,
): Promise<Published> {
  if (plan.rows.every(({ station, previous }) => station === previous)) return NOTHING;
  const importId = newId("im");
  const act = user === null ? null : importAct(newId("ch"), plan, user);
  try {
    await stationImports.stage(importId, changesOf(plan, user), (count) => progress("staged", count));
    const outcome = await stationImports.publish(importId, (count) => progress("published", count), act);
    return "published" in outcome
      ? { refused: [], changeId: act?.id ?? null }
      : { ...NOTHING, refused: outcome.refused };
  } finally {
    // Where Redis is gone, what is staged expires by itself, and the failure is what counts.
    await stationImports.discard(importId).catch(() => undefined);
  }
}
