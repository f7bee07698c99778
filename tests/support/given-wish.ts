import type { Dependencies } from "../../api/dependencies.js";
import { sealContact, sealWish } from "../../api/wishes/wish-secrets.js";
import type { Wish, WishContact } from "../../shared/wishes/wish.js";
import { CLOSED_WISH_STATES } from "../../shared/wishes/wish-states.js";

let made = 0;

/** A wish, its words and the pick-up code in clear: they are sealed when it is kept. */
export type GivenWish = Partial<Omit<Wish, "text" | "contact">> & {
  text?: string;
  contact?: WishContact;
  code?: string;
};

/** A wish with valid defaults, kept as it is given here: a submitted one for gloves at `st_own`, of nobody known. */
export async function givenWish(deps: Dependencies, wish: GivenWish = {}): Promise<Wish> {
  made += 1;
  const id = wish.id ?? `ws_given${String(made).padStart(8, "0")}`;
  const { text = "想要一副防寒手套", contact, code, ...rest } = wish;
  const now = deps.clock();
  const state = rest.state ?? "submitted";
  const pickup = code === undefined ? null : { stationId: rest.stationId ?? "st_own", window: null, code };
  const kept: Wish = {
    schemaVersion: 1,
    version: 1,
    state,
    category: "warm_clothing",
    stationId: "st_own",
    districtCode: "640104",
    street: "丽景街",
    person: null,
    helper: null,
    counted: `given ${made}`,
    isPublic: true,
    check: "passed",
    card: null,
    costYuan: null,
    createdAt: now,
    due: null,
    claim: null,
    mergedInto: null,
    referredTo: null,
    wasDisputed: false,
    rating: null,
    closedAt: CLOSED_WISH_STATES.includes(state) ? now : null,
    erasedAt: null,
    slip: null,
    isDemo: false,
    steps: [{ step: "submit", by: "worker", userId: null, at: now, from: null, to: state, reason: null, words: null }],
    ...rest,
    id,
    text: sealWish(deps.sealer, id, "text", text),
    contact: contact === undefined ? null : sealContact(deps.sealer, id, contact),
    pickup: pickup && { ...pickup, code: sealWish(deps.sealer, id, "pickup", pickup.code) },
  };
  const audit = {
    at: now,
    author: { userId: null, role: null, way: "command" as const },
    action: "wish:submit",
    subject: { type: "wish" as const, id },
    districtCode: kept.districtCode,
    from: {},
    to: {},
  };
  const outcome = await deps.wishes.submit(kept, Number.MAX_SAFE_INTEGER, audit);
  if (outcome.state !== "stored") throw new Error(`${id}: ${outcome.state}`);
  return kept;
}
