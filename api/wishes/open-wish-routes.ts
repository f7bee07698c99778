import { XLSX_TYPE } from "../../shared/common/file-types.js";
import { openWishesContract } from "../../shared/contract/wishes.js";
import type { Dependencies } from "../dependencies.js";
import { contractRoutes } from "../http/contract-routes.js";
import { requireHeavyWork } from "../http/request-context.js";
import { readFigures } from "./count-wishes.js";
import { listUnits, readOpenWishes, similarWishes } from "./open-wishes.js";

/** What officers see of all wishes of their reach. */
export function openWishRoutes(deps: Dependencies) {
  return contractRoutes(deps, openWishesContract, {
    listOpenWishes: ({ query, user }) => {
      const state = query.state ?? (query.figure === undefined ? "open" : undefined);
      return readOpenWishes(deps, user, { ...query, state, cursor: Number(query.cursor) });
    },
    listWishUnits: async ({ user }) => ({ units: await listUnits(deps, user) }),
    listSimilarWishes: ({ params, user }) => similarWishes(deps, params.id, user),
    getWishFigures: ({ query, user }) => readFigures(deps, user, query),
    exportWishFigures: async ({ query, user, c }) => {
      requireHeavyWork(c, deps);
      const figures = await readFigures(deps, user, query);
      const fileName = `微心愿-${figures.asOf.slice(0, 10)}.xlsx`;
      c.header("Content-Disposition", `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`);
      return c.body(await deps.heavyWork.run("writeFigures", figures), 200, { "content-type": XLSX_TYPE });
    },
  });
}
