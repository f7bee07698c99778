import { createRoute, z } from "@hono/zod-openapi";
import { SLIP_CODE_LENGTH } from "../../shared/people/short-code.js";
import { shortCodeParam } from "../../shared/people/short-code-param.js";
import { WISH_CATEGORIES } from "../../shared/wishes/category.js";
import { NewWish, WishEdit, WishId } from "../../shared/wishes/wish.js";
import {
  MovedWish,
  MyWishes,
  NewSlip,
  SubmittedWish,
  WishCategoryList,
  WishHandovers,
  WishReasonLists,
  WishSlip,
  WishView,
  WishWall,
} from "../../shared/wishes/wish-answer.js";
import { WISH_REASONS, WISH_REFERRALS } from "../../shared/wishes/wish-reasons.js";
import type { Dependencies } from "../dependencies.js";
import { errorAnswers, jsonAnswer, jsonBody } from "../http/answers.js";
import { createRouter } from "../http/app-env.js";
import { doerOf } from "../http/doer-of.js";
import { requirePermission } from "../http/require-permission.js";
import { editWish } from "./edit-wish.js";
import { listHandovers, listMine, readSlip, readWall, readWish } from "./read-wishes.js";
import { renewSlip } from "./renew-slip.js";
import { submitWish } from "./submit-wish.js";

const cursor = z
  .string()
  .regex(/^[1-9]\d{0,6}$/)
  .optional();

const submitWishRoute = createRoute({
  method: "post",
  path: "/",
  summary: "Make a wish, for oneself or, as keeper or officer, for somebody without a phone (signed in)",
  description:
    "A matter of wages or injuries answers `state: referred` with the unions' line instead of waiting in the queue; " +
    "`insist` says that it is a wish all the same. Who is helped gets a `slipCode`.",
  request: { body: jsonBody(NewWish) },
  responses: {
    201: jsonAnswer("Taken", SubmittedWish),
    ...errorAnswers("malformed_json", "invalid_input", "not_signed_in", "not_allowed", "wish_open", "words_refused"),
  },
});

const categoriesRoute = createRoute({
  method: "get",
  path: "/categories",
  summary: "What people wish for, in the order it is offered",
  responses: { 200: jsonAnswer("The categories", WishCategoryList), ...errorAnswers() },
});

const reasonsRoute = createRoute({
  method: "get",
  path: "/reasons",
  summary: "The reasons that need no typing, by the move they are for, and where wishes are referred to",
  responses: { 200: jsonAnswer("The lists", WishReasonLists), ...errorAnswers() },
});

const mineRoute = createRoute({
  method: "get",
  path: "/mine",
  summary: "My wishes and those I helped with, newest first (signed in)",
  responses: { 200: jsonAnswer("At most 200 of each", MyWishes), ...errorAnswers("not_signed_in") },
});

const wallRoute = createRoute({
  method: "get",
  path: "/",
  summary: "The wall: officers' cards of wishes that were fulfilled, newest first",
  request: { query: z.object({ cursor }) },
  responses: { 200: jsonAnswer("A page", WishWall), ...errorAnswers("invalid_input") },
});

const handoversRoute = createRoute({
  method: "get",
  path: "/handovers",
  summary: "What waits to be collected at my stations (keeper), or is mine to hand over (officer)",
  responses: { 200: jsonAnswer("By deadline", WishHandovers), ...errorAnswers("not_signed_in", "not_allowed") },
});

const slipRoute = createRoute({
  method: "get",
  path: "/slip/{code}",
  summary: "How far the wish of a printed slip is: nothing that was written, and ten wrong guesses in ten minutes",
  request: { params: shortCodeParam(SLIP_CODE_LENGTH) },
  responses: { 200: jsonAnswer("How far it is", WishSlip), ...errorAnswers("invalid_input", "not_found") },
});

const readRoute = createRoute({
  method: "get",
  path: "/{id}",
  summary: "A wish (its worker, who helped, officers of its reach; nobody else learns that it is there)",
  description:
    "The assigned handler gets the contact data while they handle it; each time is recorded and shown to the worker. " +
    "`contact=no` leaves it out.",
  request: { params: z.object({ id: WishId }), query: z.object({ contact: z.enum(["yes", "no"]).default("yes") }) },
  responses: { 200: jsonAnswer("The wish", WishView), ...errorAnswers("invalid_input", "not_signed_in", "not_found") },
});

const editRoute = createRoute({
  method: "put",
  path: "/{id}",
  summary: "Change a wish that nobody has claimed (its worker, who helped); new words are looked at again",
  request: { params: z.object({ id: WishId }), body: jsonBody(WishEdit) },
  responses: {
    200: jsonAnswer("Changed", MovedWish),
    ...errorAnswers(
      "malformed_json",
      "invalid_input",
      "not_signed_in",
      "not_allowed",
      "not_found",
      "wish_moved_on",
      "conflict",
      "words_refused",
    ),
  },
});

const renewSlipRoute = createRoute({
  method: "post",
  path: "/{id}/slip",
  summary: "A new code for the slip of somebody without a phone; the one before ends (who helped)",
  request: { params: z.object({ id: WishId }) },
  responses: {
    200: jsonAnswer("The code, which is told this once", NewSlip),
    ...errorAnswers("invalid_input", "not_signed_in", "not_allowed", "not_found", "wish_moved_on", "conflict"),
  },
});

/** Wishes as everybody, workers, helpers and keepers meet them. */
export function wishRoutes(deps: Dependencies) {
  const own = requirePermission(deps, "wish:own");
  const router = createRouter();
  router
    .openapi(categoriesRoute, (c) => c.json({ categories: [...WISH_CATEGORIES] }, 200))
    .openapi(reasonsRoute, (c) => c.json(REASON_LISTS, 200))
    .openapi(wallRoute, async (c) => c.json(await readWall(deps, c.req.valid("query").cursor ?? null), 200))
    .openapi(slipRoute, async (c) => {
      c.header("Cache-Control", "no-store");
      return c.json(await readSlip(deps, c.req.valid("param").code, c.get("caller")), 200);
    });
  router.on("GET", "/handovers", requirePermission(deps, "wish:hand-over"));
  router.openapi(handoversRoute, async (c) => {
    c.header("Cache-Control", "no-store");
    return c.json(await listHandovers(deps, c.get("user")), 200);
  });
  // What stands above has answered by now: `/:id` would match it too.
  router.on("POST", "/", own);
  router.on(["GET", "PUT"], "/:id", own);
  router.on("POST", "/:id/slip", own);
  return router
    .openapi(mineRoute, async (c) => {
      c.header("Cache-Control", "no-store");
      return c.json(await listMine(deps, c.get("user")), 200);
    })
    .openapi(submitWishRoute, async (c) => c.json(await submitWish(deps, c.req.valid("json"), doerOf(c)), 201))
    .openapi(readRoute, async (c) => {
      c.header("Cache-Control", "no-store");
      const withContact = c.req.valid("query").contact === "yes";
      return c.json(await readWish(deps, c.req.valid("param").id, doerOf(c), withContact), 200);
    })
    .openapi(renewSlipRoute, async (c) => c.json(await renewSlip(deps, c.req.valid("param").id, doerOf(c)), 200))
    .openapi(editRoute, async (c) =>
      c.json(await editWish(deps, c.req.valid("param").id, c.req.valid("json"), doerOf(c)), 200),
    );
}

const REASON_LISTS: WishReasonLists = {
  reject: [...WISH_REASONS.reject],
  unfulfillable: [...WISH_REASONS.unfulfillable],
  release: [...WISH_REASONS.release],
  dispute: [...WISH_REASONS.dispute],
  withdraw: [...WISH_REASONS.withdraw],
  refer: [...WISH_REFERRALS],
};
