import { MINUTE_MS } from "../../shared/common/time.js";
import { isCountedKind, type MessageValues } from "../../shared/messages/message-kind.js";
import { templateData } from "../../shared/messages/template.js";
import { calmFrom, MOST_CALM_A_DAY, nextMorning } from "../../shared/notices/quiet-hours.js";
import type { Dependencies } from "../dependencies.js";
import type { SendOutcome } from "../wechat/send-subscribe-message.js";
import type { Wechat } from "../wechat/wechat.js";
import { COMPOSERS } from "./compose-message.js";
import type { Composers } from "./composer.js";
import type { OutboxMessage } from "./outbox-message.js";
import type { DueMessage, GrantUse } from "./outbox-store.js";

interface Composed {
  page: string;
  content: Partial<MessageValues>;
  isUrgent?: boolean;
}

/** How long one run goes on taking messages; a function on Vercel is ended after 30 s, other jobs and all. */
const RUN_MS = 12_000;
const AT_ONCE = 100;
const AT_A_TIME = 8;
/** After each time that WeChat put a message off. Then it is given up. */
const WAITS_MS = [1, 5, 20, 60, 180].map((minutes) => minutes * MINUTE_MS);

/**
 * Sends the messages that are due, each at most once: it is marked as being sent before WeChat is called, and sent again
 * only where WeChat surely did nothing. Any number of these may run at once.
 *
 * @param signal stops it between two messages
 */
export async function sendMessages(
  deps: Dependencies,
  signal?: AbortSignal,
  composers: Composers = COMPOSERS,
): Promise<{ changed: number }> {
  let changed = await settleAbandoned(deps);
  const until = deps.wallClock() + RUN_MS;
  const seen = new Set<string>();
  while (!isOver()) {
    const due = (await deps.outbox.listDue(deps.clock(), AT_ONCE)).filter(({ id }) => !seen.has(id));
    if (due.length === 0) break;
    // Without a token nothing can be sent: everything waits, and no message uses up a try.
    if (deps.wechat !== null && !(await deps.wechat.isReady())) throw new Error("WeChat gives no token");
    for (const { id } of due) seen.add(id);
    const sendInTurn = async () => {
      for (let message = due.shift(); message !== undefined && !isOver(); message = due.shift()) {
        if (await deliver(deps, message, composers)) changed += 1;
      }
    };
    const turns = await Promise.allSettled(Array.from({ length: AT_A_TIME }, sendInTurn));
    const failed = turns.find((turn) => turn.status === "rejected");
    if (failed) throw failed.reason;
  }
  return { changed };

  function isOver(): boolean {
    return (signal?.aborted ?? false) || deps.wallClock() >= until;
  }
}

/** Replies whether anything became of it here, and not in another run. */
async function deliver(deps: Dependencies, message: DueMessage, composers: Composers): Promise<boolean> {
  const { outbox, wechat, clock, messageTemplates } = deps;
  const drop = (outcome: "not_configured" | "no_longer_true" | "no_recipient" | "no_grant") =>
    outbox.drop(message, { outcome, at: clock() });
  const composer = composers[message.kind];
  const template = messageTemplates[message.kind];
  if (wechat === null || template === undefined || composer === undefined) return drop("not_configured");
  const prepared = await prepare(deps, message, composer).catch(() => null);
  if (prepared === null) {
    // One message that cannot be put together holds up no other.
    deps.log({ level: "error", event: "message_not_composed", kind: message.kind });
    return putOff(deps, message, null, outbox.drop, outbox.delay);
  }
  if (typeof prepared === "string") return drop(prepared);
  const { openId, page, content } = prepared;
  const use = grantUse(message, template.id, prepared, clock());
  const mayGoFrom = use === null || use.mostADay === null ? clock() : calmFrom(clock());
  if (mayGoFrom > clock()) return waitFor(deps, message, mayGoFrom);
  const data = templateData(template, content);
  switch (await outbox.take(message, deps.wallClock(), use)) {
    case "gone":
      return false;
    case "no_grant":
      return drop("no_grant");
    case "enough":
      return waitFor(deps, message, nextMorning(clock()));
    case "taken":
      return conclude(deps, message, await send(wechat, { openId, templateId: template.id, page, data }), use);
  }
}

/** What a message uses up, where the yeses of its kind are counted. */
function grantUse({ kind }: DueMessage, template: string, { isUrgent }: Composed, at: number): GrantUse | null {
  if (!isCountedKind(kind)) return null;
  return { template, mostADay: isUrgent === true ? null : MOST_CALM_A_DAY, at };
}

/** It is composed anew then: what is solved meanwhile is not sent. */
async function waitFor({ outbox }: Dependencies, message: DueMessage, until: number): Promise<boolean> {
  await outbox.wait(message, until);
  return false;
}

/** What to send to whom; or why there is nothing to send. */
async function prepare(
  deps: Dependencies,
  message: DueMessage,
  composer: (deps: Dependencies, message: OutboxMessage) => Promise<Composed | null>,
): Promise<(Composed & { openId: string }) | "no_longer_true" | "no_recipient"> {
  const composed = await composer(deps, message);
  if (composed === null) return "no_longer_true";
  const openId = await deps.openIds.find(message.user);
  return openId === null ? "no_recipient" : { ...composed, openId };
}

/** A fault of ours after the message was handed over leaves it unknown as well. */
async function send(wechat: Wechat, message: Parameters<Wechat["sendMessage"]>[0]): Promise<SendOutcome> {
  return wechat.sendMessage(message).catch((): SendOutcome => ({ state: "unknown" }));
}

async function conclude(
  deps: Dependencies,
  message: DueMessage,
  outcome: SendOutcome,
  use: GrantUse | null,
): Promise<boolean> {
  const { outbox, clock } = deps;
  const at = clock();
  const used = use ?? undefined;
  switch (outcome.state) {
    case "sent":
    case "unknown":
      return outbox.finish(message, { outcome: outcome.state, at });
    case "declined":
      return outbox.finish(message, { outcome: "declined", at, errcode: outcome.errcode, used });
    case "refused":
      // Somebody has to look at the template, or at what we put into it.
      deps.log({ level: "warn", event: "message_refused", kind: message.kind, errcode: outcome.errcode });
      return outbox.finish(message, { outcome: "rejected", at, errcode: outcome.errcode });
    case "put_off":
      return putOff(deps, message, outcome.errcode, outbox.finish, (one, until) => outbox.putOff(one, until, used));
  }
}

async function putOff(
  { clock, outbox }: Pick<Dependencies, "clock" | "outbox">,
  message: DueMessage,
  errcode: number | null,
  end: typeof outbox.finish,
  waitUntil: (message: DueMessage, until: number) => Promise<boolean>,
): Promise<boolean> {
  const wait = WAITS_MS[message.attempts ?? 0];
  if (wait === undefined) return end(message, { outcome: "given_up", at: clock(), errcode });
  return waitUntil(message, clock() + wait);
}

/**
 * A server ended while these were being sent: nobody can tell whether WeChat got them, and a second is worse than
 * none.
 */
async function settleAbandoned({ outbox, clock, wallClock }: Dependencies): Promise<number> {
  const abandoned = await outbox.listAbandoned(wallClock());
  for (const message of abandoned) await outbox.finish(message, { outcome: "unknown", at: clock() });
  return abandoned.length;
}
