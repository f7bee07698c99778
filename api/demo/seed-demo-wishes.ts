import type { EpochMs } from "../../shared/core/time.js";
import { HOUR_MS } from "../../shared/core/time.js";
import type { Role } from "../../shared/people/roles.js";
import type { User } from "../../shared/people/user.js";
import { NewWish, type WishId } from "../../shared/wishes/wish.js";
import type { Dependencies } from "../dependencies.js";
import { demoUserId } from "../people/demo-sign-in.js";
import type { Doer } from "../people/doer.js";
import { moveWish } from "../wishes/move-wish.js";
import { submitWish } from "../wishes/submit-wish.js";
import { DEMO_WISHES, type DemoActor, type DemoWish } from "./demo-wishes.js";

/** Nobody's number: no exchange begins with 0. */
const DEMO_PHONE = "09510000000";
const STAFF = { officer: "示例·王干部", keeper: "示例·张站长" } as const;

/**
 * Gives the 示例 stations 示例 wishes in all states, as if people had made and moved them over the last weeks. Nothing is
 * made where there is a wish already, or where the stations are somebody's own.
 *
 * @returns how many were added
 */
export async function seedDemoWishes(deps: Dependencies): Promise<number> {
  const now = deps.clock();
  if (await deps.wishes.hasAny()) return 0;
  if (!(await deps.stations.find("st_demo_01"))?.isDemo) return 0;
  for (const sketch of DEMO_WISHES) await addWish(deps, sketch, now);
  return DEMO_WISHES.length;
}

async function addWish(deps: Dependencies, sketch: DemoWish, now: EpochMs): Promise<void> {
  const at = (hoursAgo: number): Dependencies => ({ ...deps, clock: () => now - Math.round(hoursAgo * HOUR_MS) });
  const { hasContact, ...said } = sketch.wish;
  const contact = sketch.isHelped ? { name: sketch.name } : { name: sketch.name, phone: DEMO_PHONE };
  const wish = NewWish.parse({
    ...said,
    public: true,
    forOther: sketch.isHelped === true,
    ...(hasContact || sketch.isHelped ? { contact } : {}),
  });
  const people = {
    worker: await doer(deps, sketch.name, "worker"),
    officer: await doer(deps, STAFF.officer, "officer"),
    keeper: await doer(deps, STAFF.keeper, "keeper"),
  } satisfies Record<DemoActor, Doer>;
  const submitter = sketch.isHelped ? people.keeper : people.worker;
  const { id }: { id: WishId } = await submitWish(at(sketch.submittedHoursAgo), wish, submitter);
  for (const { hoursAgo, by, move, input = {} } of sketch.moves) {
    await moveWish(at(hoursAgo), { id, move, input }, people[by]);
  }
}

async function doer({ users, clock }: Dependencies, name: string, role: Role): Promise<Doer> {
  const id = demoUserId(name);
  const known = await users.find(id);
  const reach = role === "officer" ? ["640104"] : [];
  const user: User = known ?? { id, name, roles: [role], stationIds: [], reach, createdAt: clock() };
  if (known === null) await users.put(user);
  return { user, author: { userId: id, role, way: "demo" } };
}
