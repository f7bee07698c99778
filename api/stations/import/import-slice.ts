import { z } from "zod";
import { type ImportQuestion, StationImportResult } from "../../../shared/stations/import/import-work.js";
import { ImportMends } from "../../../shared/stations/import/mends.js";
import { ApiError } from "../../api-error.js";
import type { Dependencies } from "../../dependencies.js";
import type { Slice, SliceAsked } from "../../long-work/slice.js";
import { ImportRejection } from "../../tables/import-rejection.js";
import type { ImportAct } from "../station-import-store.js";
import { changesOf, decideImport, readForImport } from "./decide-import.js";
import { importAct } from "./import-act.js";

/** What is kept of the question. The file lies with the work. */
const Input = z.object({
  datum: z.enum(["gcj02", "wgs84", "bd09"]).nullable(),
  city: z.string().nullable(),
  map: z.array(z.string()),
  mends: ImportMends.optional(),
  outside: z.enum(["refuse", "set-aside"]),
  reinstate: z.boolean(),
  dryRun: z.boolean(),
}) satisfies z.ZodType<ImportQuestion>;

/** Others may change the same stations in between: then it is decided again, so often at most. */
const ATTEMPTS = 5;

/**
 * Where an import is. `stage`: to be decided and staged where nobody sees it. `show`: staged, to be shown by the switch. `gone`:
 * what was staged is there no more, because a server was killed behind the switch or because it lay for too long.
 */
const Position = z.object({
  step: z.enum(["stage", "show", "gone"]),
  attempt: z.int(),
  importId: z.string(),
  /** How many rows the list has. */
  rows: z.int(),
  /** How many of them change something. */
  changed: z.int(),
  /** What of the act that all of it is does not follow from its owner; null: nothing is staged yet. */
  act: z.object({ id: z.string(), startedAt: z.int(), district: z.string() }).nullable(),
});
type Position = z.infer<typeof Position>;

type Needs = Pick<Dependencies, "stations" | "stationImports" | "districts" | "heavyWork" | "clock" | "newId">;

/**
 * Imports a list in two slices: the first decides and stages it, the second shows it by one switch. Both may be done twice,
 * after a crash: all of its rows are shown or none, and its answer is that of the time they were not.
 */
export async function importSlice(deps: Needs, asked: SliceAsked): Promise<Slice> {
  const position: Position =
    asked.position === null
      ? { step: "stage", attempt: 1, importId: "", rows: 0, changed: 0, act: null }
      : Position.parse(JSON.parse(asked.position));
  return position.step === "show" ? show(deps, asked, position) : stage(deps, asked, position);
}

/** Whether an import may be shown already, and can no longer be taken back. */
export function isImportTooLate(position: string | null): boolean {
  return position !== null && Position.parse(JSON.parse(position)).step !== "stage";
}

async function stage(deps: Needs, { owner, input, source, tell }: SliceAsked, position: Position): Promise<Slice> {
  const { dryRun, ...question } = Input.parse(input);
  const file = await source();
  if (file === null) return failed("文件没有收全，请再传一次");
  try {
    const request = { ...question, file, user: owner };
    const list = await readForImport(deps, request, "readLongStationList");
    const { plan, answer } = await decideImport(deps, list, { ...request, dryRun });
    const rows = plan.rows.length;
    const changed = plan.rows.filter(({ station, previous }) => station !== previous).length;
    // What was staged before is shown: the answer is the one that was given then.
    const isShown = position.step === "gone" && changed === 0;
    const fileOf = (changeId: string | null) =>
      resultFile({ answer: { ...answer, changeId }, problems: [], cells: [] });
    if (dryRun || changed === 0)
      return { position: null, done: rows, total: rows, file: isShown ? null : fileOf(null) };
    const { id, startedAt, district } = importAct(deps.newId("ch"), plan, owner);
    const importId = deps.newId("im");
    await tell({ done: 0, total: rows });
    await deps.stationImports.stage(importId, changesOf(plan, owner), (staged) =>
      tell({ done: halfOf((rows * staged) / changed), total: rows }),
    );
    const act = { id, startedAt, district };
    const next = { ...position, step: "show", importId, rows, changed, act } satisfies Position;
    return { position: JSON.stringify(next), done: halfOf(rows), total: rows, file: fileOf(id) };
  } catch (error) {
    if (!(error instanceof ImportRejection)) throw error;
    const problems = (error.fields ?? []).map(({ path, message }) => ({ path, message }));
    return { ...failed(error.message), file: resultFile({ answer: null, problems, cells: [...error.problems] }) };
  }
}

async function show({ stationImports }: Needs, { owner, tell }: SliceAsked, position: Position): Promise<Slice> {
  const { importId, rows, changed, attempt, act } = position;
  const left = rows - halfOf(rows);
  const outcome = await stationImports.publish(
    importId,
    (stored) => tell({ done: Math.floor((left * stored) / changed), total: rows }),
    act && { ...act, ...actorOf(owner) },
  );
  if ("published" in outcome && outcome.published > 0) return { position: null, done: left, total: rows, file: null };
  if (attempt >= ATTEMPTS) throw new ApiError("conflict");
  if ("refused" in outcome) await stationImports.discard(importId);
  const step = "refused" in outcome ? "stage" : "gone";
  const next = { ...position, step, attempt: attempt + 1 } satisfies Position;
  return { position: JSON.stringify(next), done: -halfOf(rows), total: rows, file: null };
}

function actorOf({ id }: SliceAsked["owner"]): Pick<ImportAct, "owner" | "author"> {
  return { owner: id, author: { userId: id, role: "officer", way: "import" } };
}

function halfOf(rows: number): number {
  return Math.floor(rows / 2);
}

function failed(failure: string): Slice {
  return { position: null, done: 0, total: null, file: null, failure };
}

function resultFile(result: StationImportResult): NonNullable<Slice["file"]> {
  const content = Buffer.from(JSON.stringify(StationImportResult.parse(result)));
  return { name: "导入结果.json", type: "application/json", content: new Uint8Array(content) };
}
