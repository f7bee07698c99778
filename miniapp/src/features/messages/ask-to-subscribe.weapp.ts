import Taro from "@tarojs/taro";
import type { MessageKind } from "../../../../shared/messages/message-kind";
import { callApi } from "../../http/call-api";
import { currentSignIn } from "../people/sign-in";
import { type AskedAt, templatesAsked } from "./asked-at";
import { knownGrants, refreshOwnMessages } from "./own-messages";

let templates: Partial<Record<MessageKind, string>> | null = null;
/**
 * What a keeper did not say yes to. A roster has thirty taps: they are not asked again before the program starts
 * anew.
 */
const declined = new Set<string>();
/** A keeper was asked, and what they said is on its way to the server. */
let isAsking = false;

/**
 * Learns which messages there are. A page does so when it opens: WeChat asks within a tap only, and a tap that has to
 * wait for the network first is none any more.
 */
export async function prepareToAsk(): Promise<void> {
  if (templates !== null) return;
  await callApi("GET /messages/templates", {}).then(
    (answer) => {
      templates = answer.templates;
    },
    () => undefined,
  );
}

/**
 * Asks, in WeChat's own box, whether messages may be sent about what is being tapped; whoever chose 总是保持以上选择 sees no
 * box, and WeChat answers for them. Call it first in the tap, and do not wait for it: whatever the person answers, and
 * whatever goes wrong, what was tapped goes on.
 */
export function askToSubscribe(at: AskedAt): void {
  void asked(templatesAsked(at, templates ?? {}));
}

/**
 * The same at any tap of a keeper or officer: about what is used up, once for each no.
 *
 * @param then what opens a box of its own, such as the choice of a photo: it waits until WeChat's is shut
 */
export function askKeeper(then: () => void = () => undefined): void {
  const tmplIds = isAsking
    ? []
    : templatesAsked("keeper", templates ?? {}, knownGrants()).filter((id) => !declined.has(id));
  // Nothing to ask: still within the tap.
  if (tmplIds.length === 0) {
    then();
    return;
  }
  isAsking = true;
  void asked(tmplIds).then(async (accepted) => {
    then();
    for (const id of tmplIds) if (!accepted.includes(id)) declined.add(id);
    if (accepted.length > 0) {
      await callApi("POST /messages/grants", { accepted }).catch(() => undefined);
      await refreshOwnMessages();
    }
    isAsking = false;
  });
}

/** At the tap that is for nothing else: also about what was declined before. */
export function askKeeperAnew(): void {
  declined.clear();
  askKeeper();
}

/** WeChat sends messages, and asks whether it may. */
export const CAN_ASK = true;

/** Whether a person can be told here what comes of a report: signed in, and with a template for it. */
export function canBeTold(): boolean {
  return currentSignIn() !== null && templates?.report_answered !== undefined;
}

/**
 * Asks whether a message may say what comes of a report, or of something else that the server knows one waits for, and has
 * the server remember it. Call it first in the tap.
 */
export async function askToBeTold(reportId?: string): Promise<boolean> {
  const accepted = await asked(templatesAsked("report", templates ?? {}));
  if (accepted.length === 0) return false;
  await callApi("POST /messages/grants", { accepted, ...(reportId === undefined ? {} : { reportId }) });
  return true;
}

/** What the person said yes to. WeChat's box opens before this gives up control. */
async function asked(tmplIds: string[]): Promise<string[]> {
  if (tmplIds.length === 0) return [];
  try {
    // Taro's types ask for the ids of another platform as well, and do not know the answer's fields.
    const option: Pick<Taro.requestSubscribeMessage.Option, "tmplIds"> = { tmplIds };
    const answer: unknown = await Taro.requestSubscribeMessage(option as Taro.requestSubscribeMessage.Option);
    const said = (answer ?? {}) as Record<string, unknown>;
    return tmplIds.filter((id) => said[id] === "accept");
  } catch {
    // An old WeChat does not know the call; with the main switch off it fails.
    return [];
  }
}
