import { wishMoveContract } from "../../shared/contract/wishes.js";
import type { WishMoveInput } from "../../shared/wishes/wish-moves.js";
import type { WishMove } from "../../shared/wishes/wish-states.js";
import type { Dependencies } from "../dependencies.js";
import { contractRoutes } from "../http/contract-routes.js";
import type { Doer } from "../people/doer.js";
import { setWishCard } from "./edit-wish.js";
import { moveWish } from "./move-wish.js";
import { reviewMany } from "./open-wishes.js";

type Moving = { params: { id: string }; body: WishMoveInput; doer: Doer };

/** Every move of a wish, one route each. */
export function wishMoveRoutes(deps: Dependencies) {
  const by =
    (move: WishMove) =>
    ({ params, body, doer }: Moving) =>
      moveWish(deps, { id: params.id, move, input: body }, doer);
  return contractRoutes(deps, wishMoveContract, {
    reviewWishes: ({ body: { ids, move, ...input }, doer }) => reviewMany(deps, { ids, move, input }, doer),
    setWishCard: ({ params, body, doer }) => setWishCard(deps, { id: params.id, card: body.card }, doer),
    approveWish: by("approve"),
    rejectWish: by("reject"),
    askAboutWish: by("ask"),
    answerAboutWish: by("answer"),
    mergeWish: by("merge"),
    referWish: by("refer"),
    claimWish: by("claim"),
    releaseWish: by("release"),
    readyWish: by("ready"),
    deliverWish: by("deliver"),
    confirmWish: by("confirm"),
    disputeWish: by("dispute"),
    rateWish: by("rate"),
    withdrawWish: by("withdraw"),
    declareWishUnfulfillable: by("unfulfillable"),
  });
}
