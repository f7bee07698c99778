import Taro from "@tarojs/taro";
import type { ClientError } from "../../../../shared/client-errors/client-error";
import { clientErrorText } from "../../../../shared/client-errors/client-error-text";
import { CLIENT_VERSION, isWechat } from "../../build-settings";
import { ApiFailure, isNetworkFailure } from "../../http/api-failure";
import { callApi } from "../../http/call-api";
import { onNetworkReturn } from "../network-return";
import { logOnPhone } from "./phone-log";

/** While the program runs; a program that fails without end tells of no more. */
const MOST_TOLD = 10;
const MOST_CHARACTERS = 1_000;

const told = new Set<string>();
let waiting: ClientError[] = [];
let isSending = false;

onNetworkReturn(() => void send());

/** Each error once, to WeChat's log and to the server. What tells of an error must not be one. */
export function tell(kind: ClientError["kind"], thrown: unknown): void {
  try {
    // Without a network requests fail, and the pages say so.
    if (thrown instanceof ApiFailure && isNetworkFailure(thrown.code)) return;
    const { message, stack } = wordsOf(thrown);
    const id = `${kind} ${message}`;
    if (told.has(id) || told.size >= MOST_TOLD) return;
    told.add(id);
    const error = {
      kind,
      message: clientErrorText(message, MOST_CHARACTERS) || "?",
      stack: clientErrorText(stack, MOST_CHARACTERS),
      page: pageInFront(),
      version: CLIENT_VERSION,
      platform: isWechat ? "wechat" : "web",
    } as const;
    logOnPhone([kind, error.version, error.page, error.message, error.stack].join("\n"));
    waiting.push(error);
    void send();
  } catch {
    // Nobody is left to tell.
  }
}

/** One after the other; without a network they wait for it. */
async function send(): Promise<void> {
  if (isSending) return;
  isSending = true;
  for (let next = waiting[0]; next !== undefined; next = waiting[0]) {
    const failure = await callApi("POST /client-errors", next, { isAnonymous: true }).then(
      () => null,
      (error: unknown) => error,
    );
    if (failure instanceof ApiFailure && isNetworkFailure(failure.code)) break;
    waiting = waiting.slice(1);
  }
  isSending = false;
}

/** WeChat gives text with the stack below it, browsers and promises what was thrown. */
function wordsOf(thrown: unknown): { message: string; stack: string } {
  if (typeof thrown === "object" && thrown !== null) {
    const { name, message, errMsg, stack } = thrown as Record<string, unknown>;
    const said = String(message ?? errMsg ?? "");
    return { message: name === undefined ? said : `${String(name)}: ${said}`, stack: String(stack ?? "") };
  }
  const [first = "", ...rest] = String(thrown).split("\n");
  return { message: first, stack: rest.join("\n") };
}

/** Its path alone: what follows it may hold a position. */
function pageInFront(): string {
  const route = Taro.getCurrentPages().slice(-1)[0]?.route ?? "";
  const [path = ""] = route.split("?");
  return /^[\w/-]{0,100}$/.test(path) ? path : "";
}
