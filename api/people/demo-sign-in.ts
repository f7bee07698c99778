import { createHash } from "node:crypto";
import type { Role } from "../../shared/people/roles.js";
import type { User, UserId } from "../../shared/people/user.js";
import { DEMO_KEEPER_STATION_IDS } from "../demo/demo-station-ids.js";
import type { Dependencies } from "../dependencies.js";
import { openSignIn } from "./sign-in.js";

const NAMES: Record<Role, string> = { worker: "示例职工", keeper: "示例站长", officer: "示例干部", viewer: "示例看板" };

/** Who a name is in demo mode, also before they ever signed in. */
export function demoUserId(name: string): UserId {
  return `us_${createHash("sha256").update(`demo:${name}`).digest("hex").slice(0, 20)}`;
}

/** Signs somebody in by name alone: the same name is always the same person, in the role asked for this time. */
export async function demoSignIn(
  deps: Pick<Dependencies, "users" | "signIns" | "tokens" | "clock" | "wallClock" | "newId">,
  { as: role, name = NAMES[role] }: { as: Role; name?: string },
): Promise<{ token: string; user: Pick<User, "id" | "roles" | "stationIds"> }> {
  const id = demoUserId(name);
  const known = await deps.users.find(id);
  const user: User = {
    id,
    name,
    roles: [...new Set([...(known?.roles ?? []), role])],
    stationIds: [...new Set([...(role === "keeper" ? DEMO_KEEPER_STATION_IDS : []), ...(known?.stationIds ?? [])])],
    reach: role === "officer" ? [""] : (known?.reach ?? []),
    ...(role === "viewer" ? { viewReach: [""] } : known?.viewReach ? { viewReach: known.viewReach } : {}),
    createdAt: known?.createdAt ?? deps.clock(),
  };
  await deps.users.put(user);
  const token = await openSignIn(deps, user, [role]);
  return { token, user: { id, roles: [role], stationIds: role === "keeper" ? user.stationIds : [] } };
}
