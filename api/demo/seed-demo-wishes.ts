import type { EpochMs } from "../../shared/common/time.js";
import { HOUR_MS } from "../../shared/common/time.js";
import type { Role } from "../../shared/people/roles.js";
import type { User } from "../../shared/people/user.js";
import { NewWish, type WishId } from "../../shared/wishes/wish.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import { demoUserId } from "../people/demo-sign-in.js";
import type { Doer } from "../people/doer.js";
import { moveWish } from "../wishes/move-wish.js";
import { submitWish } from "../wishes/submit-wish.js";
import { DEMO_WISHES, type DemoRole, type DemoWish } from "./demo-wishes.js";

/** Nobody's number: no exchange begins with 0. */
const DEMO_PHONE = "09510000000";
const STAFF = { officer: "示例·王干部", keeper: "示例·张站长" } as const;

const PART = "wishes";

/**
 * Gives the 示例 stations 示例 wishes in all states, as if people had made and moved them over the last weeks. Nothing is
 * made where there is a wish already, or where the stations are somebody's own. A start that was killed meanwhile is gone
 * on with: each wish has an id of its own, and its version says how far it came.
 *
 * @returns how many were added
 */
export async function seedDemoWishes(deps: Dependencies): Promise<number> {
  const state = await deps.demoSeeds.read(PART);
  if (state === "whole" || (state === null && (await deps.wishes.hasAny()))) return 0;
  if (!(await deps.stations.find("st_demo_01"))?.isDemo) return 0;
  await deps.demoSeeds.write(PART, "begun");
  const now = deps.clock();
  let added = 0;
  for (const [place, sketch] of DEMO_WISHES.entries()) {
    if (await addWish(deps, { id: `ws_example${String(place + 1).padStart(2, "0")}`, sketch }, now)) added += 1;
  }
  await deps.demoSeeds.write(PART, "whole");
  return added;
}

/** @returns whether it was made now. One whose station somebody withdrew, or that somebody moved, is left as it is. */
async function addWish(
  deps: Dependencies,
  { id, sketch }: { id: WishId; sketch: DemoWish },
  now: EpochMs,
): Promise<boolean> {
  const at = (hoursAgo: number): Dependencies => ({
    ...deps,
    clock: () => now - Math.round(hoursAgo * HOUR_MS),
    newId: (prefix) => (prefix === "ws" ? id : deps.newId(prefix)),
  });
  const people = {
    worker: await doer(deps, sketch.name, "worker"),
    officer: await doer(deps, STAFF.officer, "officer"),
    keeper: await doer(deps, STAFF.keeper, "keeper"),
  } satisfies Record<DemoRole, Doer>;
  try {
    const known = await deps.wishes.find(id);
    if (known === null) {
      await submitWish(at(sketch.submittedHoursAgo), saidIn(sketch), sketch.isHelped ? people.keeper : people.worker);
    }
    const done = known === null ? 0 : known.version - 1;
    for (const { hoursAgo, by, move, input = {} } of sketch.moves.slice(done)) {
      await moveWish(at(hoursAgo), { id, move, input }, people[by]);
    }
    return known === null;
  } catch (error) {
    if (error instanceof ApiError) return false;
    throw error;
  }
}

function saidIn({ wish, name, isHelped }: DemoWish): NewWish {
  const { hasContact, ...said } = wish;
  const contact = isHelped ? { name } : { name, phone: DEMO_PHONE };
  return NewWish.parse({
    ...said,
    public: true,
    forOther: isHelped === true,
    ...(hasContact || isHelped ? { contact } : {}),
  });
}

async function doer({ users, clock }: Dependencies, name: string, role: Role): Promise<Doer> {
  const id = demoUserId(name);
  const known = await users.find(id);
  const reach = role === "officer" ? ["640104"] : [];
  const user: User = known ?? { id, name, roles: [role], stationIds: [], reach, createdAt: clock() };
  if (known === null) await users.put(user);
  return { user, author: { userId: id, role, way: "demo" } };
}
