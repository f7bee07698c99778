import { DAY_MS } from "../../shared/core/time.js";
import { Invitation } from "../../shared/people/invitation.js";
import type { Redis } from "../redis/client.js";
import { keys } from "../redis/keys.js";

export type InvitationStore = ReturnType<typeof createInvitationStore>;

/** A week after it ended, an invitation can still say that it ended. */
const KEPT_AFTER_END_MS = 7 * DAY_MS;

/** Invitations in Redis. They are accepted together with the change of the person, by the store of people. */
export function createInvitationStore(redis: Redis) {
  return {
    /** False when the code is taken. */
    add: async (invitation: Invitation): Promise<boolean> => {
      const px = invitation.expiresAt - invitation.createdAt + KEPT_AFTER_END_MS;
      const reply = await redis.set(keys.invitation(invitation.code), invitationDocument(invitation), { nx: true, px });
      return reply !== null;
    },
    find: async (code: string): Promise<Invitation | null> => {
      const document = await redis.get<string>(keys.invitation(code));
      return document === null ? null : Invitation.parse(JSON.parse(document));
    },
  };
}

/** Always spelled alike, since an acceptance is compared with what is stored. */
export function invitationDocument(invitation: Invitation): string {
  return JSON.stringify(Invitation.parse(invitation));
}
