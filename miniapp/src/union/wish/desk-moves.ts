import type { WishMoveInput } from "../../../../shared/wishes/wish-moves";
import { WISH_REASONS, WISH_REFERRALS } from "../../../../shared/wishes/wish-reasons";
import type { WishMove } from "../../../../shared/wishes/wish-states";

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
  /** What cannot be left out. */
  needs: readonly Asked[];
  reasons?: readonly { key: string; label: string }[];
}

/** What each move asks for; docs and server go by the same table of moves. */
export const DESK_FORMS: Record<DeskMove, DeskForm> = {
  approve: { name: "同意", about: "同意以后等人认领。", asks: ["cost", "card"], needs: [] },
  ask: { name: "问本人一句", about: "本人回了话再审。", asks: ["question"], needs: ["question"] },
  reject: {
    name: "不同意",
    about: "原因会告诉本人。",
    asks: ["reason", "words"],
    needs: ["reason"],
    reasons: WISH_REASONS.reject,
  },
  refer: {
    name: "转给别处",
    about: "不是心愿能办的,转给专门的人。",
    asks: ["reason", "words"],
    needs: ["reason"],
    reasons: WISH_REFERRALS,
  },
  claim: { name: "认领", about: "认领以后由你办,过了日子没办好会自动交回。", asks: ["unit", "cost"], needs: [] },
  release: {
    name: "交回去",
    about: "交回去以后你看不到联系方式了,别人可以认领。",
    asks: ["reason", "words"],
    needs: [],
    reasons: WISH_REASONS.release,
  },
  ready: {
    name: "准备好了",
    about: "本人会收到取货码。",
    asks: ["station", "window", "cost", "card"],
    needs: [],
  },
  deliver: { name: "交到手里了", about: "有取货码就填;没有码就是你担保交到了。", asks: ["code"], needs: [] },
  unfulfillable: {
    name: "办不成",
    about: "原因会告诉本人,心愿就结束了。",
    asks: ["reason", "words"],
    needs: ["reason"],
    reasons: WISH_REASONS.unfulfillable,
  },
};

export type DeskDraft = Partial<Record<Asked, string>>;

/** What is sent; null while something is missing or is no number. */
export function inputOf(move: DeskMove, draft: DeskDraft): WishMoveInput | null {
  const { asks, needs } = DESK_FORMS[move];
  const said = (asked: Asked) => (asks.includes(asked) ? draft[asked]?.trim() || undefined : undefined);
  if (needs.some((asked) => said(asked) === undefined)) return null;
  const cost = said("cost");
  const costYuan = cost === undefined ? undefined : Number(cost);
  if (costYuan !== undefined && !(costYuan >= 0)) return null;
  const reason = said("reason");
  return {
    ...(move === "refer" ? { where: reason } : { reason }),
    words: said("words"),
    question: said("question"),
    unit: said("unit"),
    stationId: said("station"),
    window: said("window"),
    card: said("card"),
    pickupCode: said("code"),
    costYuan,
  };
}
