import { z } from "zod";
import type { AuditEntry } from "../../shared/audit/audit-entry.js";
import { Scenario, type ScenarioId } from "../../shared/circle/scenario.js";
import type { Redis } from "../redis/client.js";
import { keys } from "../redis/keys.js";
import { keepScenarioScript, removeScenarioScript } from "../redis/scripts/scenarios.js";

export type ScenarioStore = ReturnType<typeof createScenarioStore>;

const Kept = z.enum(["stored", "conflict", "full"]);
const Documents = z.array(z.string());

/** Scenarios of all officers. */
export function createScenarioStore(redis: Redis) {
  const keepScript = redis.createScript<unknown>(keepScenarioScript);
  const removeScript = redis.createScript<unknown>(removeScenarioScript);
  return {
    find: async (id: ScenarioId): Promise<Scenario | null> => {
      const document = await redis.hget<string>(keys.scenarios, id);
      return document === null ? null : Scenario.parse(JSON.parse(document));
    },
    list: async (): Promise<Scenario[]> =>
      Documents.parse(await redis.hvals(keys.scenarios)).map((document) => Scenario.parse(JSON.parse(document))),
    /** @param before null for a new one; `full`: there are as many as there may be */
    keep: async (before: Scenario | null, after: Scenario, audit: AuditEntry, most: number) =>
      Kept.parse(
        await keepScript.exec(
          [keys.scenarios, keys.audit],
          [after.id, before === null ? "" : textOf(before), textOf(after), JSON.stringify(audit), String(most)],
        ),
      ),
    /** False when it was gone already. */
    remove: async (id: ScenarioId, audit: AuditEntry): Promise<boolean> =>
      Number(await removeScript.exec([keys.scenarios, keys.audit], [id, JSON.stringify(audit)])) === 1,
  };
}

/** Always spelled alike, since a change is compared with what is kept. */
function textOf(scenario: Scenario): string {
  return JSON.stringify(Scenario.parse(scenario));
}
