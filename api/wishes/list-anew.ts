import { dueIn } from "../../shared/wishes/deadlines.js";
import type { Wish } from "../../shared/wishes/wish.js";
import type { Dependencies } from "../dependencies.js";

type Needs = Pick<Dependencies, "wishes" | "wishSettings">;

const BATCH = 200;

/** Installations whose lists are known to be whole, so that nobody asks again. */
const whole = new WeakSet<Needs["wishes"]>();

/**
 * Puts all wishes into the lists that open wishes and figures are read from, where that was not done yet: wishes from before
 * there were such lists are in none. Whatever moves meanwhile keeps its lists itself.
 *
 * @returns how many were in no list
 */
export async function listWishesAnew(deps: Needs): Promise<number> {
  const { wishes } = deps;
  if (whole.has(wishes)) return 0;
  let listed = 0;
  if (!(await wishes.areListed())) {
    for (let cursor: string | null = "0"; cursor !== null; ) {
      const batch: Awaited<ReturnType<typeof wishes.scan>> = await wishes.scan(cursor, BATCH);
      if (batch.wishes.length > 0) listed += await wishes.list(batch.wishes.map(({ id }) => id));
      for (const wish of batch.wishes) await promiseAnEnd(deps, wish);
      cursor = batch.cursor === "0" ? null : batch.cursor;
    }
    await wishes.markListed();
  }
  whole.add(wishes);
  return listed;
}

/** A question that was asked before questions had an end gets the one it would have had. */
async function promiseAnEnd({ wishes, wishSettings }: Needs, wish: Wish): Promise<void> {
  const askedAt = wish.steps.filter(({ to }) => to === "need_info").at(-1)?.at;
  if (wish.state !== "need_info" || wish.due !== null || askedAt === undefined) return;
  const after: Wish = { ...wish, version: wish.version + 1, due: dueIn("need_info", askedAt, wishSettings, null) };
  await wishes.change({ before: wish, after, audit: null, now: askedAt });
}
