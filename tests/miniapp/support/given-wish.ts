import type { MyWishes, WishView } from "../../../shared/wishes/wish-answer.js";
import { cstText } from "./given.js";

/** Gloves, claimed, as their worker sees them. */
export function givenWishView(changed: Partial<WishView> = {}): WishView {
  return {
    id: "ws_gloves01",
    version: 3,
    state: "claimed",
    category: "warm_clothing",
    categoryLabel: "防寒鞋服",
    station: { id: "st_given", name: "丽景街驿站" },
    text: "想要一副防寒手套",
    isTextMasked: false,
    needsCheck: false,
    hasContact: true,
    contact: { name: "马建国", phone: "13895071234", address: "丽景街 88 号院" },
    public: true,
    card: null,
    costYuan: null,
    createdAt: cstText("2026-11-17T10:00"),
    due: cstText("2026-12-03T10:00"),
    isOverdue: false,
    claim: { by: "王干部", unit: null, at: cstText("2026-11-18T10:00"), isMine: false },
    pickup: null,
    mergedInto: null,
    referredTo: null,
    wasDisputed: false,
    rating: null,
    isHelped: false,
    isErased: false,
    isDemo: false,
    parties: ["worker"],
    moves: ["withdraw"],
    canEdit: false,
    canRenewSlip: false,
    history: [
      step("submit", "worker", "2026-11-17T10:00", "submitted", true),
      step("approve", "officer", "2026-11-17T15:00", "approved"),
      step("claim", "officer", "2026-11-18T10:00", "claimed"),
    ],
    views: [],
    ...changed,
  };
}

/** Something that happened to a wish. */
export function step(
  name: WishView["history"][number]["step"],
  by: WishView["history"][number]["by"],
  at: string,
  to: WishView["state"],
  mine = false,
): WishView["history"][number] {
  return { step: name, by, mine, at: cstText(at), to, reason: null, words: null };
}

export function givenMine(wishes: WishView[], mayWish = false): MyWishes {
  return { asOf: cstText("2026-11-18T10:00"), wishes, mayWish };
}
