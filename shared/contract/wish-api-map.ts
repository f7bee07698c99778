import type { Figure, FigureGroup } from "../wishes/figures.js";
import type { WishFigureAnswer } from "../wishes/figures-answer.js";
import type { NewWish, WishEdit } from "../wishes/wish.js";
import type {
  BulkReviewAnswer,
  MovedWish,
  MyWishes,
  NewSlip,
  SimilarWishes,
  SubmittedWish,
  WishCategoryList,
  WishHandovers,
  WishQueue,
  WishReasonLists,
  WishSlip,
  WishUnits,
  WishView,
  WishWall,
} from "../wishes/wish-answer.js";
import type { WishFilter } from "../wishes/wish-filter.js";
import type { WishMoveInput } from "../wishes/wish-moves.js";
import type { WishMove } from "../wishes/wish-states.js";

type Moves = {
  [Move in WishMove as `POST /wishes/:id/${Move}`]: { input: { id: string } & WishMoveInput; output: MovedWish };
};

type Optional = "public" | "insist";

/** The endpoints of wishes that the mini-program calls. */
export interface WishApiMap extends Moves {
  "POST /wishes": { input: Omit<NewWish, Optional> & Partial<Pick<NewWish, Optional>>; output: SubmittedWish };
  "GET /wishes/categories": { input: Record<string, never>; output: WishCategoryList };
  "GET /wishes/reasons": { input: Record<string, never>; output: WishReasonLists };
  "GET /wishes/mine": { input: Record<string, never>; output: MyWishes };
  /** The wall. */
  "GET /wishes": { input: { cursor?: string }; output: WishWall };
  /** `contact: "no"`: the handler looks only how far it is, and no look is recorded. */
  "GET /wishes/:id": { input: { id: string; contact?: "yes" | "no" }; output: WishView };
  "PUT /wishes/:id": { input: { id: string } & WishEdit; output: MovedWish };
  "POST /wishes/:id/slip": { input: { id: string }; output: NewSlip };
  "GET /wishes/handovers": { input: Record<string, never>; output: WishHandovers };
  "GET /wishes/slip/:code": { input: { code: string }; output: WishSlip };
  "GET /wishes/queue": {
    input: WishFilter & { figure?: Figure; cursor?: string; limit?: number };
    output: WishQueue;
  };
  "GET /wishes/units": { input: Record<string, never>; output: WishUnits };
  "GET /wishes/:id/similar": { input: { id: string }; output: SimilarWishes };
  "POST /wishes/review": {
    input: { ids: string[]; move: "approve" | "reject"; reason?: string; words?: string };
    output: BulkReviewAnswer;
  };
  "PUT /wishes/:id/card": { input: { id: string; card: string | null }; output: MovedWish };
  "GET /wishes/figures": { input: WishFilter & { by?: FigureGroup }; output: WishFigureAnswer };
}
