import type { ApiMap } from "../../../../../shared/contract/api-map";
import { WISH_REASONS, WISH_REFERRALS } from "../../../../../shared/wishes/wish-reasons";
import type { WishMove } from "../../../../../shared/wishes/wish-states";

/** The moves that officers make on a form; merging is done beside the other wish. */
export type DeskMove = Extract<
  WishMove,
  "approve" | "reject" | "ask" | "refer" | "claim" | "release" | "ready" | "deliver" | "unfulfillable"
>;

export type Asked = "reason" | "words" | "question" | "unit" | "station" | "window" | "cost" | "card" | "code";

interface DeskForm {
  name: string;
  /** What follows, said before it is done. */
  about: string;
  asks: readonly Asked[];
  reasons?: readonly { key: string; label: string }[];
}

/** What each move asks for; docs and server go by the same table of moves. */
export const DESK_FORMS: Record<DeskMove, DeskForm> = {
  approve: { name: "同意", about: "同意以后等人认领。", asks: ["cost", "card"] },
  ask: { name: "问本人一句", about: "本人回了话再审。", asks: ["question"] },
  reject: {
    name: "不同意",
    about: "原因会告诉本人。",
    asks: ["reason", "words"],
    reasons: WISH_REASONS.reject,
  },
  refer: {
    name: "转给别处",
    about: "不是心愿能办的，转给专门的人。",
    asks: ["reason", "words"],
    reasons: WISH_REFERRALS,
  },
  claim: { name: "认领", about: "认领以后由你办，过了日子没办好会自动交回。", asks: ["unit", "cost"] },
  release: {
    name: "交回去",
    about: "交回去以后你看不到联系方式了，别人可以认领。",
    asks: ["reason", "words"],
    reasons: WISH_REASONS.release,
  },
  ready: {
    name: "准备好了",
    about: "本人会收到取货码。",
    asks: ["station", "window", "cost", "card"],
  },
  deliver: { name: "交到手里了", about: "有取货码就填；没有码就是你担保交到了。", asks: ["code"] },
  unfulfillable: {
    name: "办不成",
    about: "原因会告诉本人，心愿就结束了。",
    asks: ["reason", "words"],
    reasons: WISH_REASONS.unfulfillable,
  },
};

export type DeskDraft = Partial<Record<Asked, string>>;

type Said = Partial<Record<Asked, string>>;
type MoveInput<Move extends DeskMove> = Omit<ApiMap[`POST /wishes/:id/${Move}`]["input"], "id" | "version">;

/** What each move is sent with; null while something is missing. The types are those that the server goes by. */
const INPUTS: { [Move in DeskMove]: (said: Said, costYuan: number | undefined) => MoveInput<Move> | null } = {
  approve: ({ card }, costYuan) => ({ card, costYuan }),
  ask: ({ question }) => (question === undefined ? null : { question }),
  reject: ({ reason, words }) => (reason === undefined ? null : { reason, words }),
  refer: ({ reason: where, words }) => (where === undefined ? null : { where, words }),
  claim: ({ unit }, costYuan) => ({ unit, costYuan }),
  release: ({ reason, words }) => ({ reason, words }),
  ready: ({ station: stationId, window, card }, costYuan) => ({ stationId, window, card, costYuan }),
  deliver: ({ code: pickupCode }) => ({ pickupCode }),
  unfulfillable: ({ reason, words }) => (reason === undefined ? null : { reason, words }),
};

/** What is sent; null while something is missing or is no number. */
export function inputOf<Move extends DeskMove>(move: Move, draft: DeskDraft): MoveInput<Move> | null {
  const said: Said = {};
  for (const asked of DESK_FORMS[move].asks) said[asked] = draft[asked]?.trim() || undefined;
  const costYuan = said.cost === undefined ? undefined : Number(said.cost);
  if (costYuan !== undefined && !(costYuan >= 0)) return null;
  return INPUTS[move](said, costYuan);
}
