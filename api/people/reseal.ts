import type { Dependencies } from "../dependencies.js";
import { resealed } from "../wishes/wish-secrets.js";
import { PARTS, type ResealProgress } from "./reseal-store.js";

type Needs = Pick<
  Dependencies,
  | "sealer"
  | "reseals"
  | "wishes"
  | "openIds"
  | "reports"
  | "users"
  | "invitations"
  | "bookings"
  | "appeals"
  | "followers"
  | "missing"
  | "groups"
  | "log"
>;

/** How many records one run looks at; the next goes on from there. */
const AT_ONCE = 500;
/** Each has some tens of bookings. */
const SESSIONS_AT_ONCE = 20;

/**
 * Seals anew what was sealed under an earlier key, and what was kept before it was sealed: part by part, some hundreds of
 * records at a time. What is written meanwhile is under the present key already, so that one pass is enough, and there is
 * nothing to do until the key changes again.
 */
export async function resealSome(deps: Needs): Promise<{ changed: number }> {
  const { sealer, reseals } = deps;
  const known = await reseals.read();
  const start: ResealProgress = { keyId: sealer.currentKeyId, part: "wishes", cursor: "0" };
  const progress = known?.keyId === sealer.currentKeyId ? known : start;
  if (progress.part === "whole") return { changed: 0 };
  const { cursor, changed } = await resealPart(deps, progress.part, progress.cursor);
  const next = PARTS[PARTS.indexOf(progress.part) + 1] ?? "whole";
  await reseals.write({ ...progress, cursor, part: cursor === "0" ? next : progress.part });
  return { changed };
}

async function resealPart(deps: Needs, part: Exclude<ResealProgress["part"], "whole">, from: string) {
  switch (part) {
    case "wishes":
      return resealWishes(deps, from);
    case "people":
      return resealPeople(deps, from);
    case "reports":
      return deps.reports.resealNotes(from, AT_ONCE);
    case "names":
      return deps.users.resealNames(from, AT_ONCE);
    case "invitations":
      return deps.invitations.resealNames(from, AT_ONCE);
    case "bookings":
      return deps.bookings.resealNames(from, SESSIONS_AT_ONCE);
    case "appeals":
      return deps.appeals.resealWords();
    case "followers":
      return deps.followers.reseal(from, AT_ONCE);
    case "missing":
      return deps.missing.reseal(from, AT_ONCE);
    case "groups":
      return deps.groups.reseal(from, AT_ONCE);
  }
}

async function resealWishes({ sealer, wishes, log }: Needs, from: string) {
  const { cursor, wishes: found } = await wishes.scan(from, AT_ONCE);
  let changed = 0;
  for (const wish of found) {
    try {
      const anew = resealed(sealer, wish);
      // Changed meanwhile: then whoever did it may have kept old fields, so it is looked at once more.
      if (anew !== null && !(await wishes.replace(wish, anew))) {
        const newest = await wishes.find(wish.id);
        const again = newest && resealed(sealer, newest);
        if (newest && again) await wishes.replace(newest, again);
      }
      if (anew !== null) changed += 1;
    } catch {
      log({ level: "error", event: "reseal_failed", subject: wish.id });
    }
  }
  return { cursor, changed };
}

async function resealPeople({ reseals, openIds, log }: Needs, from: string) {
  const { cursor, userIds } = await reseals.scanUserIds(from, AT_ONCE);
  let changed = 0;
  for (const userId of userIds) {
    try {
      if (await openIds.reseal(userId)) changed += 1;
    } catch {
      log({ level: "error", event: "reseal_failed", subject: userId });
    }
  }
  return { cursor, changed };
}
