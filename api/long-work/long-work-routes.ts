import { longWorkContract } from "../../shared/contract/long-work.js";
import type { Dependencies } from "../dependencies.js";
import { contractRoutes } from "../http/contract-routes.js";
import { requireHeavyWork } from "../http/request-context.js";
import { cancelLongWork, findOwnLongWork, listOwnLongWork, presentLongWork, readOwnFile } from "./own-long-work.js";
import { runSlice } from "./run-long-work.js";

export function longWorkRoutes(deps: Dependencies) {
  return contractRoutes(deps, longWorkContract, {
    listLongWork: async ({ user }) => ({ works: (await listOwnLongWork(deps, user)).map(presentLongWork) }),
    getLongWork: async ({ params, user }) => presentLongWork(await findOwnLongWork(deps, user, params.id)),
    furtherLongWork: async ({ params: { id }, user, c }) => {
      await findOwnLongWork(deps, user, id);
      requireHeavyWork(c, deps);
      await runSlice(deps, id);
      return presentLongWork(await findOwnLongWork(deps, user, id));
    },
    cancelLongWork: async ({ params: { id }, user }) => presentLongWork(await cancelLongWork(deps, user, id)),
    getLongWorkFile: async ({ params: { id, number }, user, c }) => {
      const { name, type, content } = await readOwnFile(deps, user, { id, number: Number(number) });
      c.header("Content-Disposition", `attachment; filename*=UTF-8''${encodeURIComponent(name)}`);
      return c.body(content, 200, { "content-type": type });
    },
  });
}
