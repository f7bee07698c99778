import { z } from "zod";
import type { AuditEntry } from "../../shared/audit/audit-entry.js";
import { DAY_MS, type EpochMs } from "../../shared/core/time.js";
import { Invitation } from "../../shared/people/invitation.js";
import type { Redis } from "../redis/client.js";
import { keys } from "../redis/keys.js";
import { addInvitationScript, takeBackInvitationScript } from "../redis/scripts/invitations.js";

export type InvitationStore = ReturnType<typeof createInvitationStore>;

/** A week after it ended, an invitation can still say that it ended. */
const KEPT_AFTER_END_MS = 7 * DAY_MS;

const Codes = z.array(z.string());
const Documents = z.array(z.string().nullable());
const TakeBackReply = z.enum(["stored", "conflict"]);

/** Invitations in Redis. They are accepted together with the change of the person, by the store of people. */
export function createInvitationStore(redis: Redis) {
  const addScript = redis.createScript<unknown>(addInvitationScript);
  const takeBackScript = redis.createScript<unknown>(takeBackInvitationScript);

  async function findMany(codes: readonly string[]): Promise<Invitation[]> {
    if (codes.length === 0) return [];
    const documents = Documents.parse(await redis.mget(...codes.map(keys.invitation)));
    return documents.flatMap((document) => (document === null ? [] : [Invitation.parse(JSON.parse(document))]));
  }

  return {
    /** False when the code is taken. */
    add: async (invitation: Invitation): Promise<boolean> => {
      const { code, createdAt, expiresAt } = invitation;
      const keptMs = expiresAt - createdAt + KEPT_AFTER_END_MS;
      const reply = await addScript.exec(
        [keys.invitation(code), keys.openInvitations],
        [code, invitationDocument(invitation), String(keptMs), String(expiresAt), String(createdAt)],
      );
      return Number(reply) === 1;
    },
    find: async (code: string): Promise<Invitation | null> => (await findMany([code]))[0] ?? null,
    /** Those that nobody has used or taken back, and that have not ended; those that end first come first. */
    listOpen: async (now: EpochMs): Promise<Invitation[]> =>
      findMany(Codes.parse(await redis.zrange(keys.openInvitations, `(${now}`, "+inf", { byScore: true }))),
    takeBack: async (before: Invitation, after: Invitation, audit: AuditEntry): Promise<"stored" | "conflict"> =>
      TakeBackReply.parse(
        await takeBackScript.exec(
          [keys.invitation(after.code), keys.openInvitations, keys.audit],
          [after.code, invitationDocument(before), invitationDocument(after), JSON.stringify(audit)],
        ),
      ),
  };
}

/** Always spelled alike, since a change is compared with what is stored. */
export function invitationDocument(invitation: Invitation): string {
  return JSON.stringify(Invitation.parse(invitation));
}
