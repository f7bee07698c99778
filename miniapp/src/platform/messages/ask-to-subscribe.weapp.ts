import Taro from "@tarojs/taro";
import type { MessageKind } from "../../../../shared/messages/message-kind";
import { callApi } from "../../http/call-api";
import { type AskedAt, templatesAsked } from "./asked-at";

let templates: Partial<Record<MessageKind, string>> | null = null;

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
 * Asks, in WeChat's own box, whether messages may be sent about what is being tapped. Call it first in the tap, and do
 * not wait for it: whatever the person answers, and whatever goes wrong, what was tapped goes on.
 */
export function askToSubscribe(at: AskedAt): void {
  const tmplIds = templatesAsked(at, templates ?? {});
  if (tmplIds.length === 0) return;
  try {
    // Taro's types ask for the ids of another platform as well.
    const option: Pick<Taro.requestSubscribeMessage.Option, "tmplIds"> = { tmplIds };
    Taro.requestSubscribeMessage(option as Taro.requestSubscribeMessage.Option).catch(() => undefined);
  } catch {
    // An old WeChat does not know the call.
  }
}
