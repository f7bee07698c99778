import type { Phone } from "./phone.js";
import { notAuthorized, notDeclared, type WechatError } from "./wechat-errors.js";

type Answer = { event: "agree" | "disagree" | "exposureAuthorization"; buttonId?: string };
type Listener = (resolve: (answer: Answer) => void, info: { referrer: string }) => void;

/**
 * WeChat's gate before private interfaces. It has one listener for the whole program, the last that was set; an interface
 * waits until that one answers, and fails where the answer is no. A yes counts only after a tap on WeChat's own button.
 */
export class PrivacyGate {
  private listener: Listener | null = null;
  private readonly tapped = new Set<string>();

  constructor(private readonly phone: Phone) {}

  listen(listener: Listener): void {
    this.listener = listener;
  }

  /** The person tapped a button with `open-type="agreePrivacyAuthorization"`. */
  agreeButtonTapped(id: string): void {
    this.tapped.add(id);
  }

  pass(name: string, go: () => void, fail: (error: WechatError) => void): unknown {
    if (this.phone.undeclared.has(name)) {
      return setImmediate(() => fail(notDeclared(name)));
    }
    if (this.phone.privacyAgreed) return go();
    const { listener } = this;
    // Without a listener WeChat shows a box of its own, which its owner agrees to here.
    if (listener === null) {
      this.phone.privacyAgreed = true;
      return go();
    }
    let isOver = false;
    const resolve = ({ event, buttonId }: Answer) => {
      if (event === "exposureAuthorization" || isOver) return undefined;
      this.phone.seen.privacyAnswers.push(event);
      isOver = true;
      if (event === "disagree") return fail(notAuthorized(name));
      if (buttonId === undefined || !this.tapped.has(buttonId)) return fail(notAuthorized(name));
      this.phone.privacyAgreed = true;
      return go();
    };
    return setImmediate(() => listener(resolve, { referrer: name }));
  }
}
