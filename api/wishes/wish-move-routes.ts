import { createRoute, z } from "@hono/zod-openapi";
import { wordsUpTo } from "../../shared/core/free-text.js";
import type { Action } from "../../shared/people/permissions.js";
import { WishId, WishWords } from "../../shared/wishes/wish.js";
import { BulkReviewAnswer, MovedWish } from "../../shared/wishes/wish-answer.js";
import { BULK_MOVES, WISH_MOVE_INPUTS, type WishMoveInput, WORDLESS_MOVES } from "../../shared/wishes/wish-moves.js";
import { WISH_MOVE_NAMES, WISH_MOVES, type WishMove } from "../../shared/wishes/wish-states.js";
import type { Dependencies } from "../dependencies.js";
import { errorAnswers, jsonAnswer, jsonBody } from "../http/answers.js";
import { createRouter } from "../http/app-env.js";
import { doerOf } from "../http/doer-of.js";
import { requirePermission } from "../http/require-permission.js";
import { setWishCard } from "./edit-wish.js";
import { moveWish } from "./move-wish.js";
import { reviewMany } from "./wish-queue.js";

const params = z.object({ id: WishId });
const MOST_AT_ONCE = 50;

const SUMMARIES: Record<WishMove, string> = {
  approve: "Let a wish be claimed, with a card for the wall and what it may cost (officer)",
  reject: "Turn a wish down, with a reason (officer)",
  ask: "Ask the worker for what is missing (officer)",
  answer: "Say what was missing (its worker, who helped)",
  merge: "Let a wish be answered together with another (officer)",
  refer: "Lead what is no wish to where it belongs (officer)",
  claim: "Take a wish on, for oneself or a unit; of two at once one wins (officer)",
  release: "Give a claimed wish back (its handler)",
  ready: "It waits at a station, against a code that is good once (its handler)",
  deliver: "Hand it over against the code, or answer for it without one (keeper, its handler)",
  confirm: "It arrived (its worker)",
  dispute: "It did not, or not as it should, once (its worker, who helped)",
  rate: "Thanks, from 1 to 5 (its worker)",
  withdraw: "Take a wish back, until it is ready (its worker, who helped)",
  unfulfillable: "It cannot be done, with a reason (officer; while claimed its handler)",
};

function moveRoute(move: WishMove) {
  const body = jsonBody(WISH_MOVE_INPUTS[move] as z.ZodType<WishMoveInput>);
  return createRoute({
    method: "post",
    path: `/{id}/${move}`,
    summary: SUMMARIES[move],
    description: `From ${WISH_MOVES[move].from.join(", ")}; from another state 409 with the present one.`,
    // What needs no words may come without a body.
    request: { params, body: { ...body, required: !WORDLESS_MOVES.includes(move) } },
    responses: {
      200: jsonAnswer("Done, or done before by the same person", MovedWish),
      ...errorAnswers(
        "malformed_json",
        "invalid_input",
        "not_signed_in",
        "not_allowed",
        "not_found",
        "wish_moved_on",
        "conflict",
        "words_refused",
        "pickup_code_wrong",
        "over_budget",
      ),
    },
  });
}

const reviewRoute = createRoute({
  method: "post",
  path: "/review",
  summary: "Approve or reject many wishes at once; each succeeds or not by itself (officer)",
  request: {
    body: jsonBody(
      z
        .strictObject({
          ids: z.array(WishId).min(1).max(MOST_AT_ONCE),
          move: z.enum(BULK_MOVES),
          reason: WishWords.optional(),
          words: WishWords.optional(),
        })
        .refine(({ move, reason }) => (move === "reject") === (reason !== undefined), {
          error: "驳回要说原因,通过不用",
          path: ["reason"],
        }),
    ),
  },
  responses: {
    200: jsonAnswer("What became of each", BulkReviewAnswer),
    ...errorAnswers("malformed_json", "invalid_input", "not_signed_in", "not_allowed"),
  },
});

const cardRoute = createRoute({
  method: "put",
  path: "/{id}/card",
  summary: "What the wall says of a wish, in an officer's words; null takes it down (officer)",
  request: { params, body: jsonBody(z.strictObject({ card: wordsUpTo(60).nullable() })) },
  responses: {
    200: jsonAnswer("Set", MovedWish),
    ...errorAnswers("malformed_json", "invalid_input", "not_signed_in", "not_allowed", "not_found", "wish_moved_on"),
  },
});

/** Who may make a move at all, before anybody asks of which wish. */
export function actionOf(move: WishMove): Action {
  const by: readonly string[] = WISH_MOVES[move].by;
  if (by.includes("worker")) return "wish:own";
  return by.includes("keeper") ? "wish:hand-over" : "wish:review";
}

/** Every move of the table, one route each. */
export function wishMoveRoutes(deps: Dependencies) {
  const router = createRouter();
  const review = requirePermission(deps, "wish:review");
  router.on("POST", "/review", review);
  router.openapi(reviewRoute, async (c) => {
    const { ids, move, ...input } = c.req.valid("json");
    return c.json(await reviewMany(deps, { ids, move, input }, doerOf(c)), 200);
  });
  router.on("PUT", "/:id/card", review);
  router.openapi(cardRoute, async (c) => {
    const setting = { id: c.req.valid("param").id, card: c.req.valid("json").card };
    return c.json(await setWishCard(deps, setting, doerOf(c)), 200);
  });
  for (const move of WISH_MOVE_NAMES) {
    router.on("POST", `/:id/${move}`, requirePermission(deps, actionOf(move)));
    router.openapi(moveRoute(move), async (c) => {
      const moving = { id: c.req.valid("param").id, move, input: c.req.valid("json") };
      return c.json(await moveWish(deps, moving, doerOf(c)), 200);
    });
  }
  return router;
}
