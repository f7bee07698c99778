import type { Phone } from "./phone.js";
import { failure, OFFLINE, type WechatError } from "./wechat-errors.js";

/** Where requests end up: the API app in memory. */
export interface Server {
  request(url: string, init: RequestInit): Response | Promise<Response>;
}

export interface Sent {
  method: string;
  path: string;
  header: Record<string, string>;
  body: string | null;
}

export interface Task {
  abort: () => void;
  onProgressUpdate: () => void;
  onHeadersReceived: () => void;
}

interface Sending {
  name: string;
  url: string;
  init: RequestInit & { method: string; headers: Record<string, string> };
  timeoutMs: number;
  done: (response: Response) => Promise<void>;
  fail: (error: WechatError) => void;
}

const MOST_AT_ONCE = 10;

/**
 * WeChat's network: ten requests at a time, the others wait their turn; only the server named in the console is reached;
 * every answer is a success, whatever its status.
 */
export class Network {
  readonly sent: Sent[] = [];
  /** Paths that the server has answered. */
  readonly answered: string[] = [];
  mostAtOnce = 0;
  /** Paths whose answer does not come until they are let go, as on a slow network. */
  readonly held = new Map<string, (() => void)[]>();
  /** Answers in place of the server's, such as that of a hotel's sign-in page. */
  intercept: ((sent: Sent) => Response | null) | null = null;
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly phone: Phone,
    private readonly server: Server,
    /** The one server that the console names; null: any. */
    private readonly origin: string | null,
  ) {}

  /** Whether an answer is still to come. */
  get isBusy(): boolean {
    return this.running > 0;
  }

  /** Lets answers of a path wait until `release` is called. */
  hold(path: string): { release: () => void } {
    this.held.set(path, []);
    return {
      release: () => {
        const waiting = this.held.get(path) ?? [];
        this.held.delete(path);
        for (const go of waiting) go();
      },
    };
  }

  start(sending: Sending): Task {
    let isOver = false;
    const once = (end: () => void | Promise<void>) => {
      if (isOver) return;
      isOver = true;
      void end();
    };
    const run = async () => {
      this.running += 1;
      this.mostAtOnce = Math.max(this.mostAtOnce, this.running);
      try {
        const response = await this.answer(sending);
        once(() => sending.done(response));
      } catch (error) {
        once(() => sending.fail(error as WechatError));
      } finally {
        this.running -= 1;
        this.waiting.shift()?.();
      }
    };
    if (this.running < MOST_AT_ONCE) void run();
    else this.waiting.push(() => void run());
    return {
      abort: () => once(() => sending.fail(failure(sending.name, "abort"))),
      onProgressUpdate: () => undefined,
      onHeadersReceived: () => undefined,
    };
  }

  private async answer({ name, url, init }: Sending): Promise<Response> {
    const { origin, pathname, search } = new URL(url);
    if (this.origin !== null && origin !== this.origin)
      throw failure(name, "url not in domain list", { errno: 600_002 });
    // A network that is gone fails a moment later, not within the call.
    await Promise.resolve();
    if (this.phone.network === "none") throw failure(name, OFFLINE, { errno: 600_001 });
    const path = pathname + search;
    const body = typeof init.body === "string" ? init.body : null;
    const sent = { method: init.method, path, header: init.headers, body };
    this.sent.push(sent);
    const response = this.intercept?.(sent) ?? (await this.server.request(path, init));
    const key = [...this.held.keys()].find((held) => pathname.endsWith(held));
    if (key !== undefined) await new Promise<void>((go) => this.held.get(key)?.push(go));
    if ((this.phone.network as string) === "none") throw failure(name, OFFLINE, { errno: 600_001 });
    this.answered.push(pathname);
    return response;
  }
}
