import { z } from "zod";
import type { AuditEntry } from "../../shared/audit/audit-entry.js";
import type { Invitation } from "../../shared/people/invitation.js";
import { User, type UserId } from "../../shared/people/user.js";
import type { Redis } from "../redis/client.js";
import { keys } from "../redis/keys.js";
import { changePersonScript, removePersonScript } from "../redis/scripts/change-person.js";
import { invitationDocument } from "./invitation-store.js";

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
const UserIds = z.array(User.shape.id);

/** People in Redis, and who of them holds a role. */
export function createUserStore(redis: Redis) {
  const changeScript = redis.createScript<unknown>(changePersonScript);
  const removeScript = redis.createScript<unknown>(removePersonScript);

  async function findMany(ids: readonly UserId[]): Promise<User[]> {
    if (ids.length === 0) return [];
    const documents = Documents.parse(await redis.mget(...ids.map(keys.user)));
    return documents.flatMap((document) => (document === null ? [] : [User.parse(JSON.parse(document))]));
  }

  async function change({ before, after, audit, invitation }: PersonChange): Promise<"stored" | "conflict"> {
    const scriptKeys = [keys.user(after.id), keys.roleHolders, keys.audit];
    const values = [
      after.id,
      before === null ? "" : userDocument(before),
      userDocument(after),
      holdsListedRole(after) ? "1" : "0",
      audit ? JSON.stringify(audit) : "",
    ];
    if (invitation) {
      scriptKeys.push(keys.invitation(invitation.after.code), keys.openInvitations);
      values.push(invitationDocument(invitation.before), invitationDocument(invitation.after), invitation.after.code);
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
      const listing = redis.multi().set(keys.user(user.id), userDocument(user));
      if (holdsListedRole(user)) listing.zadd(keys.roleHolders, { score: 0, member: user.id });
      else listing.zrem(keys.roleHolders, user.id);
      await listing.exec();
    },
    /** Removes a person, their WeChat id and their sign-ins; false when they were gone already. */
    remove: async (id: UserId, audit: AuditEntry): Promise<boolean> => {
      const reply = await removeScript.exec(
        [keys.user(id), keys.openId(id), keys.signInsOf(id), keys.roleHolders, keys.audit, keys.peopleByLastUse],
        [id, keys.signIn(id, ""), JSON.stringify(audit)],
      );
      return Number(reply) === 1;
    },
    /** Accounts that nobody has used since before that day, those unused for longest first. */
    listUnusedSince: async (dayNumber: number, limit: number): Promise<UserId[]> =>
      UserIds.parse(
        await redis.zrange(keys.peopleByLastUse, "-inf", `(${dayNumber}`, { byScore: true, offset: 0, count: limit }),
      ),
    /** Takes somebody out of that list who is gone. */
    forgetUse: async (id: UserId): Promise<void> => {
      await redis.zrem(keys.peopleByLastUse, id);
    },
    /** The keepers and officers, in the order of their ids. */
    roleHolders: async (after: UserId | null, limit: number): Promise<PeoplePage> => {
      const from: `(${string}` | "-" = after === null ? "-" : `(${after}`;
      const ids = UserIds.parse(
        await redis.zrange(keys.roleHolders, from, "+", { byLex: true, offset: 0, count: limit }),
      );
      return { people: await findMany(ids), nextCursor: ids.length < limit ? null : (ids.at(-1) ?? null) };
    },
  };
}

/** Always spelled alike, since a change is compared with what is stored. */
function userDocument(user: User): string {
  return JSON.stringify(User.parse(user));
}

function holdsListedRole({ roles }: User): boolean {
  return roles.includes("keeper") || roles.includes("officer");
}
