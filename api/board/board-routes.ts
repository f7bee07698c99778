import type { BoardDayAnswer } from "../../shared/board/board-answer.js";
import { boardContract } from "../../shared/contract/board.js";
import type { Dependencies } from "../dependencies.js";
import { contractRoutes } from "../http/contract-routes.js";
import { jsonWritten } from "../http/json-written.js";
import { requireHeavyWork } from "../http/request-context.js";
import { keepSteps, readBoard } from "./read-board.js";
import { readBoardDay } from "./read-board-day.js";

/** 看板, for officers and for those who only look. */
export function boardRoutes(deps: Dependencies) {
  const kept = keepSteps();
  return contractRoutes(deps, boardContract, {
    getBoardDay: async ({ query, user, c }) => {
      const day = await readBoardDay(deps, user, query, () => requireHeavyWork(c, deps));
      return jsonWritten<BoardDayAnswer>(c, JSON.stringify(day), {
        headers: { "Cache-Control": "no-store" },
        compresses: deps.compressesAnswers,
      });
    },
    getBoard: ({ query, user, c }) => readBoard(deps, user, query, { kept, onWork: () => requireHeavyWork(c, deps) }),
  });
}
