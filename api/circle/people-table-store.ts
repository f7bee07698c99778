import type { AuditEntry } from "../../shared/audit/audit-entry.js";
import { packPeople, unpackPeople } from "../../shared/circle/people-cells.js";
import { PeopleTable } from "../../shared/circle/people-table-answer.js";
import type { Redis } from "../redis/client.js";
import { keys } from "../redis/keys.js";
import { putPeopleTableScript, removePeopleTableScript } from "../redis/scripts/scenarios.js";

export type PeopleTableStore = ReturnType<typeof createPeopleTableStore>;

/** How many people the cells of cities have, as offices say. */
export function createPeopleTableStore(redis: Redis) {
  const putScript = redis.createScript<unknown>(putPeopleTableScript);
  const removeScript = redis.createScript<unknown>(removePeopleTableScript);
  const keysOf = (city: string) => [keys.peopleTables, keys.peopleOfCells(city), keys.audit];
  return {
    find: async (city: string): Promise<PeopleTable | null> => {
      const document = await redis.hget<string>(keys.peopleTables, city);
      return document === null ? null : PeopleTable.parse(JSON.parse(document));
    },
    /** Null: there is no table. */
    cells: async (city: string): Promise<Map<string, number> | null> => {
      const packed = await redis.get<string>(keys.peopleOfCells(city));
      return packed === null ? null : unpackPeople(new Uint8Array(Buffer.from(packed, "base64")));
    },
    put: async (
      city: string,
      table: PeopleTable,
      cells: ReadonlyMap<string, number>,
      audit: AuditEntry,
    ): Promise<void> => {
      const packed = Buffer.from(packPeople(cells)).toString("base64");
      await putScript.exec(keysOf(city), [
        city,
        JSON.stringify(PeopleTable.parse(table)),
        packed,
        JSON.stringify(audit),
      ]);
    },
    /** False when there was none. */
    remove: async (city: string, audit: AuditEntry): Promise<boolean> =>
      Number(await removeScript.exec(keysOf(city), [city, JSON.stringify(audit)])) === 1,
  };
}
