import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import type { AuditEntry } from "../../shared/audit/audit-entry.js";
import { DAY_MS, type EpochMs } from "../../shared/common/time.js";
import type { Invitation } from "../../shared/people/invitation.js";
import type { Redis } from "../redis/client.js";
import { keys } from "../redis/keys.js";
import { renewValues } from "../redis/renew-values.js";
import { addInvitationScript, takeBackInvitationScript } from "../redis/scripts/invitations.js";
import { invitationDocuments } from "./person-documents.js";
import type { TextSealer } from "./sealed-text.js";

export type InvitationStore = ReturnType<typeof createInvitationStore>;

/** A week after it ended, an invitation can still say that it ended. */
const KEPT_AFTER_END_MS = 7 * DAY_MS;

const Codes = z.array(z.string());
const Documents = z.array(z.string().nullable());
const TakeBackReply = z.enum(["stored", "conflict"]);

/**
 * Invitations in Redis. They are accepted together with the change of the person, by the store of people.
 *
 * @param sealer null: a command without a key
 */
export function createInvitationStore(redis: Redis, sealer: TextSealer | null) {
  const documents = invitationDocuments(sealer);
  const addScript = redis.createScript<unknown>(addInvitationScript);
  const takeBackScript = redis.createScript<unknown>(takeBackInvitationScript);

  async function findMany(codes: readonly string[]): Promise<Invitation[]> {
    if (codes.length === 0) return [];
    const found = Documents.parse(await redis.mget(...codes.map(keys.invitation)));
    return found.flatMap((document) => (document === null ? [] : [documents.read(document)]));
  }

  return {
    /** False when the code is taken. */
    add: async (invitation: Invitation): Promise<boolean> => {
      const { code, createdAt, expiresAt } = invitation;
      const keptMs = expiresAt - createdAt + KEPT_AFTER_END_MS;
      const reply = await addScript.exec(
        [keys.invitation(code), keys.openInvitations],
        [code, documents.write(invitation), String(keptMs), String(expiresAt), String(createdAt)],
      );
      return Number(reply) === 1;
    },
    find: async (code: string): Promise<Invitation | null> => (await findMany([code]))[0] ?? null,
    /** Those that nobody has used or taken back, and that have not ended; those that end first come first. */
    listOpen: async (now: EpochMs): Promise<Invitation[]> =>
      findMany(Codes.parse(await redis.zrange(keys.openInvitations, `(${now}`, "+inf", { byScore: true }))),
    takeBack: async (before: Invitation, after: Invitation, audit: AuditEntry): Promise<"stored" | "conflict"> => {
      const kept = await redis.get<string>(keys.invitation(before.code));
      if (kept === null || !isDeepStrictEqual(documents.read(kept), before)) return "conflict";
      return TakeBackReply.parse(
        await takeBackScript.exec(
          [keys.invitation(after.code), keys.openInvitations, keys.audit],
          [after.code, kept, documents.write(after), JSON.stringify(audit)],
        ),
      );
    },
    /** Seals names under the present key, those in clear too, of a part of the invitations. */
    resealNames: (from: string, atOnce: number) =>
      renewValues(redis, { prefix: keys.invitation(""), from, atOnce }, documents.renewed),
  };
}
