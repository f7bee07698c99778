import { wishContract } from "../../shared/contract/wishes.js";
import type { WishReasonLists } from "../../shared/wishes/wish-answer.js";
import { WISH_CATEGORIES } from "../../shared/wishes/wish-category.js";
import { WISH_REASONS, WISH_REFERRALS } from "../../shared/wishes/wish-reasons.js";
import type { Dependencies } from "../dependencies.js";
import { contractRoutes } from "../http/contract-routes.js";
import { editWish } from "./edit-wish.js";
import { listHandovers, listMine, readSlip, readWall, readWish } from "./read-wishes.js";
import { renewSlip } from "./renew-slip.js";
import { submitWish } from "./submit-wish.js";

/** Wishes as everybody, workers, helpers and keepers meet them. */
export function wishRoutes(deps: Dependencies) {
  return contractRoutes(deps, wishContract, {
    listWishCategories: () => ({ categories: [...WISH_CATEGORIES] }),
    listWishReasons: () => REASON_LISTS,
    listWall: ({ query }) => readWall(deps, query.cursor ?? null),
    getSlip: ({ params, c }) => readSlip(deps, params.code, c.get("caller")),
    listHandovers: ({ user }) => listHandovers(deps, user),
    listMyWishes: ({ user }) => listMine(deps, user),
    submitWish: ({ body, doer }) => submitWish(deps, body, doer),
    getWish: ({ params, query, doer }) => readWish(deps, params.id, doer, query.contact === "yes"),
    renewSlip: ({ params, doer }) => renewSlip(deps, params.id, doer),
    editWish: ({ params, body, doer }) => editWish(deps, params.id, body, doer),
  });
}

const REASON_LISTS: WishReasonLists = {
  reject: [...WISH_REASONS.reject],
  unfulfillable: [...WISH_REASONS.unfulfillable],
  release: [...WISH_REASONS.release],
  dispute: [...WISH_REASONS.dispute],
  withdraw: [...WISH_REASONS.withdraw],
  refer: [...WISH_REFERRALS],
};
