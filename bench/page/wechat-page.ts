import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { createContext, runInContext } from "node:vm";

/** One call of a page's `setData`, as WeChat hands it from the script's thread to the one that draws. */
export interface SetDataCall {
  bytes: number;
}

interface PageConfig {
  [handler: string]: unknown;
}

interface Tapped {
  type: "tap";
  timeStamp: number;
  detail: object;
  target: EventNode;
  currentTarget: EventNode;
}

interface EventNode {
  id: string;
  offsetLeft: number;
  offsetTop: number;
  dataset: { sid: string };
}

/** A node as the templates get it: `cl` is its class, `v` its text, `cn` its children (Taro's short names). */
interface DrawnNode {
  sid?: string;
  cl?: string;
  v?: string;
  cn?: DrawnNode[];
}

export interface WechatPage {
  /** What was handed over since the last time this was asked. */
  taken(): SetDataCall[];
  /** Taps the first thing whose text is this. */
  tap(text: string): Promise<void>;
  /** Has the page do what WeChat tells it to, such as `onReachBottom`. */
  tell(handler: string): Promise<void>;
  /** How many things of a class are drawn. */
  count(className: string): number;
}

/** What a page asks of WeChat and is answered; everything else is there and does nothing. */
export interface WechatAnswers {
  location: { latitude: number; longitude: number };
  request(url: string, data: Record<string, unknown>): Promise<unknown>;
}

/** Long enough for Taro to gather the changes of several renderings, and for React to be done. */
const QUIET_MS = 60;
const SETTLED_MS = 400;

/**
 * Runs a page of the WeChat build in Node, in an engine of its own that has WeChat's functions and no others, and counts
 * what it hands to `setData`.
 *
 * @param folder the build
 */
export async function openWechatPage(folder: string, path: string, answers: WechatAnswers): Promise<WechatPage> {
  const program = new Program(folder, answers);
  program.run("app.js");
  program.launch(path);
  program.run(`${path}.js`);
  return program.open(path);
}

class Program {
  private readonly pages: PageConfig[] = [];
  private app: PageConfig = {};
  private readonly loaded = new Map<string, object>();
  private readonly context: object;

  constructor(
    private readonly folder: string,
    answers: WechatAnswers,
  ) {
    this.context = createContext({
      ...{ console, setTimeout, clearTimeout, setInterval, clearInterval },
      wx: wechatFunctions(answers),
      App: (config: PageConfig) => {
        this.app = config;
      },
      Page: (config: PageConfig) => this.pages.push(config),
      Component: () => undefined,
      Behavior: () => undefined,
      getApp: () => this.app,
      getCurrentPages: () => [],
    });
  }

  /** WeChat's `require`: one script of the package, once. */
  run(name: string): object {
    const file = resolve(this.folder, name.endsWith(".js") ? name : `${name}.js`);
    const known = this.loaded.get(file);
    if (known) return known;
    const module = { exports: {} };
    this.loaded.set(file, module.exports);
    const script = runInContext(
      `(function (require, module, exports) {${readFileSync(file, "utf8")}\n})`,
      this.context,
      {
        filename: file,
      },
    );
    script((other: string) => this.run(join(dirname(name), other)), module, module.exports);
    return module.exports;
  }

  launch(path: string): void {
    const options = { path, query: {}, scene: 1001 };
    call(this.app, "onLaunch", options);
    call(this.app, "onShow", options);
  }

  async open(path: string): Promise<WechatPage> {
    const config = this.pages.at(-1);
    if (config === undefined) throw new Error(`${path} registers no page`);
    const page = new DrawnPage(config, path);
    await page.tell("onLoad", {});
    await page.tell("onShow");
    await page.tell("onReady");
    return page;
  }
}

class DrawnPage implements WechatPage {
  private calls: SetDataCall[] = [];
  private readonly instance: Record<string, unknown>;
  private lastCallAt = 0;

  constructor(config: PageConfig, path: string) {
    this.instance = {
      ...config,
      data: structuredClone(config.data ?? {}),
      route: path,
      setData: (data: Record<string, unknown>, done?: () => void) => this.setData(data, done),
    };
  }

  taken(): SetDataCall[] {
    const taken = this.calls;
    this.calls = [];
    return taken;
  }

  async tell(handler: string, ...given: unknown[]): Promise<void> {
    call(this.instance, handler, ...given);
    await this.settled();
  }

  async tap(text: string): Promise<void> {
    const way = wayTo(this.root(), (node) => textOf(node) === text);
    const sid = way.reverse().find((node) => node.cl?.includes("pressable"))?.sid;
    if (sid === undefined) throw new Error(`nothing to tap says ${text}`);
    const node: EventNode = { id: sid, offsetLeft: 0, offsetTop: 0, dataset: { sid } };
    const event: Tapped = { type: "tap", timeStamp: 0, detail: {}, target: node, currentTarget: node };
    await this.tell("eh", event);
  }

  count(className: string): number {
    const within = (node: DrawnNode): number =>
      (node.cl?.split(" ").includes(className) ? 1 : 0) +
      (node.cn ?? []).reduce((sum, child) => sum + within(child), 0);
    return within(this.root());
  }

  private root(): DrawnNode {
    return (this.instance.data as { root?: DrawnNode }).root ?? {};
  }

  private setData(data: Record<string, unknown>, done?: () => void): void {
    // What is handed over becomes text: nothing of it may still hang on the script's own objects.
    const text = JSON.stringify(data);
    this.calls.push({ bytes: Buffer.byteLength(text) });
    this.lastCallAt = performance.now();
    for (const [path, value] of Object.entries(JSON.parse(text))) put(this.instance.data as object, path, value);
    if (done) setTimeout(done, 0);
  }

  private async settled(): Promise<void> {
    const startedAt = performance.now();
    do await wait(QUIET_MS);
    while (performance.now() - Math.max(startedAt, this.lastCallAt) < SETTLED_MS);
  }
}

function call(owner: Record<string, unknown>, handler: string, ...given: unknown[]): void {
  const known = owner[handler];
  if (typeof known === "function") known.apply(owner, given);
}

/** Puts a value where a path of `setData` says: `root.cn.[0].cl`. */
function put(data: object, path: string, value: unknown): void {
  const steps = path.match(/[^.[\]]+/g) ?? [];
  const last = steps.pop();
  let place = data as Record<string, unknown>;
  for (const step of steps) {
    if (typeof place[step] !== "object" || place[step] === null) place[step] = {};
    place = place[step] as Record<string, unknown>;
  }
  if (last !== undefined) place[last] = value;
}

function textOf(node: DrawnNode): string {
  return (node.v ?? "") + (node.cn ?? []).map(textOf).join("");
}

/** From the top to the innermost node that fits; empty where none does. */
function wayTo(node: DrawnNode, fits: (node: DrawnNode) => boolean): DrawnNode[] {
  for (const child of node.cn ?? []) {
    const way = wayTo(child, fits);
    if (way.length > 0) return [node, ...way];
  }
  return fits(node) ? [node] : [];
}

function wechatFunctions({ location, request }: WechatAnswers): object {
  const kept = new Map<string, unknown>();
  const device = { platform: "android", SDKVersion: "3.7.0", windowWidth: 375, windowHeight: 700, pixelRatio: 2 };
  const later = (options: Options, answer: unknown) => setTimeout(() => options.success?.(answer), 0);
  const known: Record<string, unknown> = {
    // Where the scripts of the package find one another.
    webpackJsonp: [],
    canIUse: () => true,
    getStorageSync: (key: string) => kept.get(key) ?? "",
    setStorageSync: (key: string, value: unknown) => kept.set(key, value),
    removeStorageSync: (key: string) => kept.delete(key),
    getSystemInfoSync: () => device,
    getWindowInfo: () => device,
    getAppBaseInfo: () => device,
    getDeviceInfo: () => device,
    onNetworkStatusChange: () => undefined,
    onAppShow: () => undefined,
    stopPullDownRefresh: () => undefined,
    getLocation: (options: Options) => later(options, location),
    getNetworkType: (options: Options) => later(options, { networkType: "4g" }),
    request: (options: Options & { url: string; data: Record<string, unknown> }) => {
      request(options.url, options.data).then(
        (data) => later(options, { statusCode: 200, header: {}, data }),
        (error: unknown) => options.fail?.({ errMsg: `request:fail ${String(error)}` }),
      );
      return { abort: () => undefined };
    },
  };
  return new Proxy(known, { get: (_, name: string) => known[name] ?? (() => undefined), has: () => true });
}

interface Options {
  success?: (answer: unknown) => void;
  fail?: (error: unknown) => void;
}
