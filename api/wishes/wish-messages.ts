import type { MessageKind } from "../../shared/messages/message-kind.js";
import type { Wish } from "../../shared/wishes/wish.js";
import { categoryLabel } from "../../shared/wishes/wish-category.js";
import { WISH_STATE_NAMES } from "../../shared/wishes/wish-state-names.js";
import type { WishState, WishStep } from "../../shared/wishes/wish-states.js";
import type { Dependencies } from "../dependencies.js";
import type { Composers } from "../outbox/composer.js";
import type { OutboxMessage } from "../outbox/outbox-message.js";
import { openPickupCode } from "./wish-secrets.js";
import type { WishMessage } from "./wish-store.js";

const KIND_OF_STEP: Partial<Record<WishStep, MessageKind>> = {
  approve: "wish_reviewed",
  reject: "wish_reviewed",
  merge: "wish_reviewed",
  refer: "wish_reviewed",
  unfulfillable: "wish_reviewed",
  unanswered: "wish_reviewed",
  ask: "wish_asked",
  claim: "wish_claimed",
  ready: "wish_ready",
  deliver: "wish_delivered",
};

/** What the worker is told of a step; somebody without a phone has their slip. */
export function messagesOf(step: WishStep, { person }: Wish): WishMessage[] {
  const kind = KIND_OF_STEP[step];
  return kind === undefined || person === null ? [] : [{ kind, userId: person }];
}

/** In which states a message is still true, and what it then says besides the name of the state. */
const SAID: Partial<Record<MessageKind, Partial<Record<WishState, string>>>> = {
  wish_reviewed: {
    approved: "等工会的人来认领",
    rejected: "点开看看为什么",
    merged: "和一样的心愿一起办",
    referred: "点开看看该找谁",
    unfulfillable: "点开看看为什么",
    withdrawn: "没等到回话，可以再许",
  },
  wish_asked: { need_info: "工会有一句话想问您" },
  wish_claimed: { claimed: "工会正在给您准备" },
  wish_ready: { ready: "带上取货码去驿站领" },
  wish_delivered: { delivered: "收到了请点一下确认" },
};

/** Says in plain fields how far a wish is. */
async function howFar(deps: Dependencies, message: OutboxMessage) {
  const found = await stillTrue(deps, message);
  return found && { page: found.page, content: found.content };
}

/** What messages about wishes say, from the wish as it is when they are sent. */
export const wishComposers = {
  wish_reviewed: howFar,
  wish_asked: howFar,
  wish_claimed: howFar,
  wish_delivered: howFar,
  wish_ready: async (deps, message) => {
    const found = await stillTrue(deps, message);
    if (found === null) return null;
    const station = await deps.stations.find(found.wish.pickup?.stationId ?? found.wish.stationId);
    const code = openPickupCode(deps.sealer, found.wish);
    if (station === null || code === null) return null;
    return { page: found.page, content: { ...found.content, code, place: station.name } };
  },
} satisfies Composers;

async function stillTrue({ wishes }: Dependencies, { kind, subject }: OutboxMessage) {
  const wish = await wishes.find(subject);
  const note = wish === null ? undefined : SAID[kind]?.[wish.state];
  if (wish === null || note === undefined) return null;
  // Who takes a wish back knows it.
  if (wish.state === "withdrawn" && wish.steps.at(-1)?.step !== "unanswered") return null;
  const time = wish.due ?? wish.steps.at(-1)?.at ?? wish.createdAt;
  return {
    wish,
    page: `visitor/wish/index?id=${wish.id}`,
    content: { title: `心愿：${categoryLabel(wish.category)}`, state: WISH_STATE_NAMES[wish.state].brief, note, time },
  };
}
