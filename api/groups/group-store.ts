import { z } from "zod";
import type { AuditEntry } from "../../shared/audit/audit-entry.js";
import { DAY_MS, type EpochMs, HOUR_MS } from "../../shared/common/time.js";
import { Group, type GroupId } from "../../shared/groups/group.js";
import type { TextSealer } from "../people/sealed-text.js";
import type { Redis } from "../redis/client.js";
import { keys } from "../redis/keys.js";
import { claimLinesScript, keepGroupScript, removeGroupScript } from "../redis/scripts/groups.js";
import { replaceFieldsScript } from "../redis/scripts/replace-fields.js";
import type { GroupDoor } from "./send-to-group.js";

export type GroupStore = ReturnType<typeof createGroupStore>;

const Door = z.object({ address: z.string(), secret: z.string().nullable() });
const Documents = z.array(z.string());
const Scanned = z.tuple([z.coerce.string(), z.array(z.coerce.string())]);

/** A line that is late by so much is said no more. */
const LINES_KEPT_MS = HOUR_MS;
/** What was said is known for so long, so that it is not said again. */
const SAID_KEPT_MS = 7 * DAY_MS;

/** Robots of chat groups, their addresses sealed, and what each has said. */
export function createGroupStore(redis: Redis, sealer: TextSealer) {
  const keepScript = redis.createScript<unknown>(keepGroupScript);
  const removeScript = redis.createScript<unknown>(removeGroupScript);
  const claimScript = redis.createScript<unknown>(claimLinesScript);
  const replaceScript = redis.createScript<number>(replaceFieldsScript);
  const read = (document: string): Group => Group.parse(JSON.parse(document));

  async function find(id: GroupId): Promise<Group | null> {
    const document = await redis.hget<string>(keys.groups, id);
    return document === null ? null : read(document);
  }

  return {
    find,
    list: async (): Promise<Group[]> => {
      const documents = Documents.parse(await redis.hvals(keys.groups));
      return documents.map(read).sort((one, other) => one.createdAt - other.createdAt);
    },
    add: async (group: Omit<Group, "sealed">, door: GroupDoor, audit: AuditEntry): Promise<Group> => {
      const kept: Group = { ...group, sealed: sealer.seal(JSON.stringify(Door.parse(door)), group.id) };
      await keepScript.exec(
        [keys.groups, keys.audit],
        [group.id, JSON.stringify(Group.parse(kept)), JSON.stringify(audit)],
      );
      return kept;
    },
    /** False when it was gone already. */
    remove: async (id: GroupId, audit: AuditEntry): Promise<boolean> =>
      Number(await removeScript.exec([keys.groups, keys.groupSaid(id), keys.audit], [id, JSON.stringify(audit)])) === 1,
    doorOf: ({ id, sealed }: Group): GroupDoor => Door.parse(JSON.parse(sealer.open(sealed, id))),
    /** Notes what came of the latest line, if the robot is still there as it was. */
    note: async (group: Group, latest: NonNullable<Group["latest"]>): Promise<void> => {
      const before = JSON.stringify(Group.parse(group));
      await replaceScript.exec([keys.groups], [group.id, before, JSON.stringify(Group.parse({ ...group, latest }))]);
    },
    /** Remembers that something urgent is to be said in groups. Said before, it changes nothing. */
    addLine: async (line: string, at: EpochMs): Promise<void> => {
      await redis.zadd(keys.groupLines, { nx: true }, { score: at, member: line });
    },
    /** What is to be said, without what nobody should hear any more. */
    lines: async (now: EpochMs): Promise<string[]> => {
      await redis.zremrangebyscore(keys.groupLines, "-inf", now - LINES_KEPT_MS);
      return Documents.parse((await redis.zrange(keys.groupLines, 0, -1)).map(String));
    },
    /** Which of these a robot has not said; they are its to say from now on, and nobody else's. */
    claim: async (id: GroupId, lines: readonly string[], now: EpochMs): Promise<string[]> =>
      lines.length === 0
        ? []
        : Documents.parse(await claimScript.exec([keys.groupSaid(id)], [String(now), String(SAID_KEPT_MS), ...lines])),
    /** Gives lines back that were surely not said. */
    giveBack: async (id: GroupId, lines: readonly string[]): Promise<void> => {
      if (lines.length > 0) await redis.zrem(keys.groupSaid(id), ...lines);
    },
    /** Seals a part of them under the present key; a cursor of "0" is the beginning, and the end. */
    reseal: async (from: string, atOnce: number): Promise<{ cursor: string; changed: number }> => {
      const [cursor, found] = Scanned.parse(await redis.hscan(keys.groups, from, { count: atOnce }));
      let changed = 0;
      for (let at = 1; at < found.length; at += 2) {
        const document = found[at] ?? "";
        const group = read(document);
        if (sealer.isCurrent(group.sealed)) continue;
        const anew = { ...group, sealed: sealer.seal(sealer.open(group.sealed, group.id), group.id) };
        changed += Number(
          await replaceScript.exec([keys.groups], [group.id, document, JSON.stringify(Group.parse(anew))]),
        );
      }
      return { cursor, changed };
    },
  };
}
