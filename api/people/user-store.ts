import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import type { AuditEntry } from "../../shared/audit/audit-entry.js";
import type { Invitation } from "../../shared/people/invitation.js";
import { User, type UserId } from "../../shared/people/user.js";
import type { Redis } from "../redis/client.js";
import { keys } from "../redis/keys.js";
import { renewValues } from "../redis/renew-values.js";
import { changePersonScript, removePersonScript } from "../redis/scripts/change-person.js";
import { invitationDocuments, userDocuments } from "./person-documents.js";
import type { TextSealer } from "./sealed-text.js";

export interface PersonChange {
  /** What the change was decided from; null: the person is new. */
  before: User | null;
  after: User;
  /** Written in the same step. */
  audit?: AuditEntry;
  /** Accepted in the same step. */
  invitation?: { before: Invitation; after: Invitation };
}

export interface PeoplePage {
  people: User[];
  nextCursor: UserId | null;
}

export type UserStore = ReturnType<typeof createUserStore>;

const ChangeReply = z.enum(["stored", "conflict"]);
const Documents = z.array(z.string().nullable());
/** Null in place of the list: nobody is in it. Null comes first: as a number it would be 0. */
const LastDays = z
  .array(z.union([z.null(), z.coerce.number()]))
  .nullable()
  .transform((days) => days ?? []);
const UserIds = z.array(User.shape.id);

/** People in Redis, their names sealed, and who of them holds a role. */
export function createUserStore(redis: Redis, sealer: TextSealer) {
  const documents = userDocuments(sealer);
  const invitations = invitationDocuments(sealer);
  const changeScript = redis.createScript<unknown>(changePersonScript);
  const removeScript = redis.createScript<unknown>(removePersonScript);

  async function findMany(ids: readonly UserId[]): Promise<User[]> {
    if (ids.length === 0) return [];
    const found = Documents.parse(await redis.mget(...ids.map(keys.user)));
    return found.flatMap((document) => (document === null ? [] : [documents.read(document)]));
  }

  /** What a change is compared with: sealed anew, the same person is never spelled alike. */
  async function readKept(id: UserId, code: string | undefined) {
    const asked = [keys.user(id), ...(code === undefined ? [] : [keys.invitation(code)])];
    const [userText = null, invitationText = null] = Documents.parse(await redis.mget(...asked));
    return {
      userText: userText ?? "",
      user: userText === null ? null : documents.read(userText),
      invitationText: invitationText ?? "",
      invitation: invitationText === null ? null : invitations.read(invitationText),
    };
  }

  async function change({ before, after, audit, invitation }: PersonChange): Promise<"stored" | "conflict"> {
    const kept = await readKept(after.id, invitation?.before.code);
    if (!isDeepStrictEqual(kept.user, before) || !isSameInvitation(kept.invitation, invitation)) {
      return "conflict";
    }
    const scriptKeys = [keys.user(after.id), keys.roleHolders, keys.audit];
    const values = [
      after.id,
      kept.userText,
      documents.write(after),
      holdsListedRole(after) ? "1" : "0",
      audit ? JSON.stringify(audit) : "",
    ];
    if (invitation) {
      scriptKeys.push(keys.invitation(invitation.after.code), keys.openInvitations);
      values.push(kept.invitationText, invitations.write(invitation.after), invitation.after.code);
    }
    return ChangeReply.parse(await changeScript.exec(scriptKeys, values));
  }

  return {
    find: async (id: UserId): Promise<User | null> => (await findMany([id]))[0] ?? null,
    findMany,
    /** Stores a person if they are still what the change was decided from. */
    change,
    /** Stores a person whatever they were before. */
    put: async (user: User): Promise<void> => {
      const listing = redis.multi().set(keys.user(user.id), documents.write(user));
      if (holdsListedRole(user)) listing.zadd(keys.roleHolders, { score: 0, member: user.id });
      else listing.zrem(keys.roleHolders, user.id);
      await listing.exec();
    },
    /** Removes a person, their WeChat id and their sign-ins; false when they were gone already. */
    remove: async (id: UserId, audit: AuditEntry): Promise<boolean> => {
      const reply = await removeScript.exec(
        [
          keys.user(id),
          keys.openId(id),
          keys.signInsOf(id),
          keys.roleHolders,
          keys.audit,
          keys.peopleByLastUse,
          keys.messageGrants(id),
          keys.reportsFollowedBy(id),
          keys.reportFollowers,
        ],
        [id, keys.signIn(id, ""), JSON.stringify(audit)],
      );
      return Number(reply) === 1;
    },
    /** Seals names under the present key, those in clear too, of a part of the accounts. */
    resealNames: (from: string, atOnce: number) =>
      renewValues(redis, { prefix: keys.user(""), from, atOnce }, documents.renewed),
    /** Accounts that nobody has used since before that day, those unused for longest first. */
    listUnusedSince: async (dayNumber: number, limit: number): Promise<UserId[]> =>
      UserIds.parse(
        await redis.zrange(keys.peopleByLastUse, "-inf", `(${dayNumber}`, { byScore: true, offset: 0, count: limit }),
      ),
    /** The Beijing days, counted from 1970-01-01, on which people last used their accounts; null: not known. */
    lastUsedDays: async (ids: readonly UserId[]): Promise<(number | null)[]> =>
      ids.length === 0 ? [] : LastDays.parse(await redis.zmscore(keys.peopleByLastUse, [...ids])),
    /** Takes somebody out of that list who is gone. */
    forgetUse: async (id: UserId): Promise<void> => {
      await redis.zrem(keys.peopleByLastUse, id);
    },
    /** The keepers, officers and viewers, in the order of their ids. */
    roleHolders: async (after: UserId | null, limit: number): Promise<PeoplePage> => {
      const from: `(${string}` | "-" = after === null ? "-" : `(${after}`;
      const ids = UserIds.parse(
        await redis.zrange(keys.roleHolders, from, "+", { byLex: true, offset: 0, count: limit }),
      );
      return { people: await findMany(ids), nextCursor: ids.length < limit ? null : (ids.at(-1) ?? null) };
    },
  };
}

function isSameInvitation(kept: Invitation | null, change: PersonChange["invitation"]): boolean {
  return change === undefined || isDeepStrictEqual(kept, change.before);
}

function holdsListedRole({ roles }: User): boolean {
  return roles.some((role) => role !== "worker");
}
