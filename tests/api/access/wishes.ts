import { type GivenWish, givenWish } from "../../support/given-wish.js";
import { EVERYBODY, type FeatureAccess, KEEPERS, OFFICERS, SIGNED_IN, WORKERS, type World } from "./access.js";

/** The account that is asking: wishes are made to be theirs. */
async function asking({ test, tokens, who }: World): Promise<string | null> {
  const claims = await test.deps.tokens.verify(tokens[who] ?? "");
  return claims?.userId ?? null;
}

const own = (wish: GivenWish) => async (world: World) =>
  (await givenWish(world.test.deps, { ...wish, person: await asking(world) })).id;

const somebodys = (wish: GivenWish) => async (world: World) => (await givenWish(world.test.deps, wish)).id;

/** Claimed by whoever asks. */
const claimed = (wish: GivenWish) => async (world: World) => {
  const userId = (await asking(world)) ?? "us_nobody00";
  const { id } = await givenWish(world.test.deps, { ...wish, code: "ABC346", claim: { userId, unit: null, at: 0 } });
  return id;
};

const far = "/api/wishes/FRESH_DISTANT_WISH";
const notThere = "404 not_found";
const wrongId = (move: string) => ({ path: `/api/wishes/WS!/${move}`, field: "id" });

/** Wishes: what workers, helpers, keepers and officers may. */
export const wishesAccess: FeatureAccess = {
  lines: {
    "GET /api/me/export": { who: SIGNED_IN },
    "GET /api/wishes": { who: EVERYBODY, bad: { path: "/api/wishes?cursor=x", field: "cursor" } },
    "GET /api/wishes/categories": { who: EVERYBODY },
    "GET /api/wishes/reasons": { who: EVERYBODY },
    "GET /api/wishes/slip/:code": {
      who: EVERYBODY,
      path: "/api/wishes/slip/FRESH_SLIP",
      bad: { path: "/api/wishes/slip/0", field: "code" },
    },
    "POST /api/wishes": {
      who: WORKERS,
      options: {
        json: {
          category: "health",
          text: "想要一副老花镜",
          stationId: "st_demo_01",
          contact: { name: "马师傅", phone: "09516012345" },
          forOther: false,
        },
      },
      bad: {
        options: { json: { category: "yacht", text: "想要", stationId: "st_own" } },
        field: "category",
      },
    },
    "GET /api/wishes/mine": { who: WORKERS },
    "GET /api/wishes/:id": {
      who: WORKERS,
      path: "/api/wishes/FRESH_OWN_WISH",
      bad: { path: "/api/wishes/WS!", field: "id" },
      elsewhere: { path: far, answer: notThere },
    },
    "PUT /api/wishes/:id": {
      who: WORKERS,
      path: "/api/wishes/FRESH_OWN_WISH",
      options: { json: { public: false } },
      bad: { options: { json: { text: "" } }, field: "text" },
      elsewhere: { path: far, answer: notThere },
    },
    "POST /api/wishes/:id/slip": {
      who: WORKERS,
      path: "/api/wishes/FRESH_HELPED_WISH/slip",
      bad: wrongId("slip"),
      elsewhere: { path: `${far}/slip`, answer: notThere },
    },
    "GET /api/wishes/handovers": { who: KEEPERS },
    "GET /api/wishes/open": { who: OFFICERS, bad: { path: "/api/wishes/open?state=lost", field: "state" } },
    "GET /api/wishes/units": { who: OFFICERS },
    "GET /api/wishes/figures": { who: OFFICERS, bad: { path: "/api/wishes/figures?by=moon", field: "by" } },
    "GET /api/wishes/figures.xlsx": {
      who: OFFICERS,
      bad: { path: "/api/wishes/figures.xlsx?from=2026", field: "from" },
    },
    "GET /api/wishes/:id/similar": {
      who: OFFICERS,
      path: "/api/wishes/FRESH_WISH/similar",
      bad: wrongId("similar"),
      elsewhere: { path: `${far}/similar`, answer: notThere },
    },
    "POST /api/wishes/review": {
      who: OFFICERS,
      options: { json: { ids: ["FRESH_WISH"], move: "approve" } },
      bad: { options: { json: { ids: [], move: "approve" } }, field: "ids" },
    },
    "PUT /api/wishes/:id/card": {
      who: OFFICERS,
      path: "/api/wishes/FRESH_WISH/card",
      options: { json: { card: "骑手 · 丽景街：一副防寒手套" } },
      bad: { path: "/api/wishes/FRESH_WISH/card", options: { json: { card: "" } }, field: "card" },
      elsewhere: { path: `${far}/card`, answer: notThere },
    },
    "POST /api/wishes/:id/approve": {
      who: OFFICERS,
      path: "/api/wishes/FRESH_WISH/approve",
      options: { json: {} },
      bad: { options: { json: { costYuan: -1 } }, field: "costYuan" },
      elsewhere: { path: `${far}/approve`, answer: notThere },
    },
    "POST /api/wishes/:id/reject": {
      who: OFFICERS,
      path: "/api/wishes/FRESH_WISH/reject",
      options: { json: { reason: "cash" } },
      bad: { options: { json: {} }, field: "reason" },
      elsewhere: { path: `${far}/reject`, answer: notThere },
    },
    "POST /api/wishes/:id/ask": {
      who: OFFICERS,
      path: "/api/wishes/FRESH_WISH/ask",
      options: { json: { question: "多大码？" } },
      bad: { options: { json: {} }, field: "question" },
      elsewhere: { path: `${far}/ask`, answer: notThere },
    },
    "POST /api/wishes/:id/answer": {
      who: WORKERS,
      path: "/api/wishes/FRESH_OWN_ASKED_WISH/answer",
      options: { json: { answer: "四十二码" } },
      bad: { options: { json: {} }, field: "answer" },
      elsewhere: { path: `${far}/answer`, answer: notThere },
    },
    "POST /api/wishes/:id/merge": {
      who: OFFICERS,
      path: "/api/wishes/FRESH_WISH/merge",
      options: { json: { into: "FRESH_OTHER_WISH" } },
      bad: { options: { json: { into: "x" } }, field: "into" },
      elsewhere: { path: `${far}/merge`, answer: notThere },
    },
    "POST /api/wishes/:id/refer": {
      who: OFFICERS,
      path: "/api/wishes/FRESH_WISH/refer",
      options: { json: { where: "legal_aid" } },
      bad: { options: { json: {} }, field: "where" },
      elsewhere: { path: `${far}/refer`, answer: notThere },
    },
    "POST /api/wishes/:id/claim": {
      who: OFFICERS,
      path: "/api/wishes/FRESH_APPROVED_WISH/claim",
      options: { json: {} },
      bad: { options: { json: { unit: "" } }, field: "unit" },
      elsewhere: { path: `${far}/claim`, answer: notThere },
    },
    "POST /api/wishes/:id/release": {
      who: OFFICERS,
      path: "/api/wishes/FRESH_CLAIMED_WISH/release",
      bad: wrongId("release"),
      elsewhere: { path: `${far}/release`, answer: notThere },
    },
    "POST /api/wishes/:id/ready": {
      who: OFFICERS,
      path: "/api/wishes/FRESH_CLAIMED_WISH/ready",
      options: { json: { window: "明天 9 点到 18 点" } },
      bad: { options: { json: { stationId: "x" } }, field: "stationId" },
      elsewhere: { path: `${far}/ready`, answer: notThere },
    },
    "POST /api/wishes/:id/deliver": {
      who: KEEPERS,
      path: "/api/wishes/FRESH_READY_WISH/deliver",
      options: { json: { pickupCode: "abc346" } },
      bad: { options: { json: { pickupCode: 1 } }, field: "pickupCode" },
      elsewhere: { path: `${far}/deliver`, answer: notThere },
    },
    "POST /api/wishes/:id/confirm": {
      who: WORKERS,
      path: "/api/wishes/FRESH_OWN_DELIVERED_WISH/confirm",
      bad: wrongId("confirm"),
      elsewhere: { path: `${far}/confirm`, answer: notThere },
    },
    "POST /api/wishes/:id/dispute": {
      who: WORKERS,
      path: "/api/wishes/FRESH_OWN_DELIVERED_WISH/dispute",
      options: { json: { reason: "not_received" } },
      bad: { options: { json: {} }, field: "reason" },
      elsewhere: { path: `${far}/dispute`, answer: notThere },
    },
    "POST /api/wishes/:id/rate": {
      who: WORKERS,
      path: "/api/wishes/FRESH_OWN_FULFILLED_WISH/rate",
      options: { json: { rating: 5, words: "谢谢" } },
      bad: { options: { json: { rating: 6 } }, field: "rating" },
      elsewhere: { path: `${far}/rate`, answer: notThere },
    },
    "POST /api/wishes/:id/withdraw": {
      who: WORKERS,
      path: "/api/wishes/FRESH_OWN_WISH/withdraw",
      bad: wrongId("withdraw"),
      elsewhere: { path: `${far}/withdraw`, answer: notThere },
    },
    "POST /api/wishes/:id/unfulfillable": {
      who: OFFICERS,
      path: "/api/wishes/FRESH_APPROVED_WISH/unfulfillable",
      options: { json: { reason: "out_of_stock" } },
      bad: { options: { json: {} }, field: "reason" },
      elsewhere: { path: `${far}/unfulfillable`, answer: notThere },
    },
  },
  fresh: {
    FRESH_OWN_ASKED_WISH: own({ state: "need_info" }),
    FRESH_OWN_DELIVERED_WISH: own({ state: "delivered" }),
    FRESH_OWN_FULFILLED_WISH: own({ state: "fulfilled" }),
    FRESH_OWN_WISH: own({}),
    FRESH_HELPED_WISH: async (world) =>
      (await givenWish(world.test.deps, { person: null, helper: await asking(world), slip: "digest of a slip" })).id,
    FRESH_APPROVED_WISH: somebodys({ state: "approved" }),
    FRESH_CLAIMED_WISH: claimed({ state: "claimed" }),
    FRESH_READY_WISH: claimed({ state: "ready", stationId: "st_demo_01" }),
    FRESH_DISTANT_WISH: somebodys({ districtCode: "410102", stationId: "st_elsewhere" }),
    FRESH_OTHER_WISH: somebodys({}),
    FRESH_WISH: somebodys({}),
    FRESH_SLIP: async ({ test }) => {
      const code = test.deps.newCode(12);
      await givenWish(test.deps, { slip: test.deps.fingerprint(`wish slip ${code}`) });
      return code;
    },
  },
};
