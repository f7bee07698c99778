import { isDeepStrictEqual } from "node:util";
import type { AuditEntry } from "../../shared/audit/audit-entry.js";
import type {
  Scenario,
  ScenarioAnswer,
  ScenarioChange,
  ScenarioId,
  ScenarioInput,
  ScenarioQuery,
} from "../../shared/circle/scenario.js";
import { instantText } from "../../shared/common/instant.js";
import { officerReaches } from "../../shared/people/roles.js";
import type { User } from "../../shared/people/user.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import type { Doer } from "../people/doer.js";

type Needs = Pick<Dependencies, "scenarios" | "clock" | "newId">;

/** Of all officers together; each is a few hundred bytes. */
const MOST_SCENARIOS = 500;

/** The newest change first. */
export async function listScenarios(
  { scenarios }: Pick<Needs, "scenarios">,
  officer: User,
  { city }: ScenarioQuery,
): Promise<ScenarioAnswer[]> {
  return (await scenarios.list())
    .filter(({ question }) => officerReaches(officer, question.city) && (city ?? question.city) === question.city)
    .sort((one, other) => other.changedAt - one.changedAt || (one.id < other.id ? -1 : 1))
    .map(presentScenario);
}

/** @throws ApiError not_allowed outside the officer's reach, scenarios_full */
export async function addScenario(deps: Needs, input: ScenarioInput, { user, author }: Doer): Promise<ScenarioAnswer> {
  if (!officerReaches(user, input.question.city)) throw new ApiError("not_allowed");
  const now = deps.clock();
  const scenario: Scenario = { id: deps.newId("sc"), revision: 1, ...input, createdAt: now, changedAt: now };
  const audit = entryOf("scenario:add", scenario, { at: now, author, from: {}, to: { name: input.name } });
  if ((await deps.scenarios.keep(null, scenario, audit, MOST_SCENARIOS)) !== "stored")
    throw new ApiError("scenarios_full");
  return presentScenario(scenario);
}

/**
 * @throws ApiError not_found and not_allowed outside the officer's reach, conflict where somebody has changed it
 * since
 */
export async function changeScenario(
  deps: Needs,
  id: ScenarioId,
  { revision, name, question }: ScenarioChange,
  { user, author }: Doer,
): Promise<ScenarioAnswer> {
  const before = await ownScenario(deps, id, user);
  if (!officerReaches(user, question.city)) throw new ApiError("not_allowed");
  const isDone = before.name === name && isDeepStrictEqual(before.question, question);
  if (isDone) return presentScenario(before);
  if (before.revision !== revision) throw new ApiError("conflict");
  const now = deps.clock();
  const after: Scenario = { ...before, revision: revision + 1, name, question, changedAt: now };
  const change = { from: { name: before.name }, to: { name } };
  const audit = entryOf("scenario:change", after, { at: now, author, ...change });
  if ((await deps.scenarios.keep(before, after, audit, MOST_SCENARIOS)) !== "stored") throw new ApiError("conflict");
  return presentScenario(after);
}

/** @throws ApiError not_found when it is gone, or outside the officer's reach */
export async function removeScenario(deps: Needs, id: ScenarioId, { user, author }: Doer): Promise<{ id: ScenarioId }> {
  const scenario = await ownScenario(deps, id, user);
  const change = { at: deps.clock(), author, from: { name: scenario.name }, to: {} };
  await deps.scenarios.remove(id, entryOf("scenario:remove", scenario, change));
  return { id };
}

async function ownScenario({ scenarios }: Pick<Needs, "scenarios">, id: ScenarioId, user: User): Promise<Scenario> {
  const scenario = await scenarios.find(id);
  if (scenario === null || !officerReaches(user, scenario.question.city)) throw new ApiError("not_found");
  return scenario;
}

function entryOf(
  action: string,
  { id, question }: Scenario,
  what: Pick<AuditEntry, "at" | "author" | "from" | "to">,
): AuditEntry {
  return { ...what, action, subject: { type: "scenario", id }, districtCode: question.city };
}

function presentScenario({ createdAt: _createdAt, changedAt, ...scenario }: Scenario): ScenarioAnswer {
  return { ...scenario, changedAt: instantText(changedAt) };
}
