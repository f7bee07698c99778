import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { Engine } from "./engine.js";
import { Network, type Server } from "./network.js";
import { OpenPage, type PageConfig } from "./open-page.js";
import type { Phone } from "./phone.js";
import { PrivacyGate } from "./privacy-gate.js";
import { readTemplates, type Template } from "./templates.js";
import { type Running, wechatFunctions } from "./wechat-functions.js";

export interface Entry {
  /** Without a slash in front, as WeChat has it. */
  path?: string;
  query?: Record<string, string>;
  /** How somebody came: 1001 from the list of programs, 1011 by a code, 1154 on the timeline. */
  scene?: number;
}

interface AppJson {
  pages: string[];
  subPackages?: { root: string; pages: string[] }[];
  tabBar: { list: { pagePath: string }[] };
}

const MOST_PAGES = 10;
const TIMELINE = 1154;
const LOOK_EVERY_MS = 10;
const QUIET_MS = 60;
const PATIENCE_MS = 30_000;

const programs = new Set<Program>();

/** The program that is running on a phone, from its start to its end. */
export class Program {
  readonly stack: OpenPage[] = [];
  readonly network: Network;
  /** What the program threw and did not catch: `onError` and `onUnhandledRejection` are told as well. */
  readonly errors: string[] = [];
  readonly shared: object[] = [];
  private readonly engine: Engine;
  private readonly gate: PrivacyGate;
  private readonly templates: ReadonlyMap<string, Template>;
  private readonly app: AppJson;
  private readonly tabs = new Map<string, OpenPage>();
  private readonly configs = new Map<string, PageConfig>();
  private readonly listeners: Running["listeners"] = {
    ...{ network: new Set(), appShow: new Set(), appHide: new Set() },
    ...{ theme: new Set(), error: new Set(), rejection: new Set(), pageNotFound: new Set() },
  };
  private appConfig: PageConfig = {};
  private registering: string | null = null;
  private tapDepth = 0;
  private isOver = false;
  private readonly isSinglePage: boolean;
  private readonly entry: Required<Entry>;

  constructor(
    private readonly phone: Phone,
    folder: string,
    server: Server,
    origin: string | null,
    entry: Entry,
    private readonly onRestart: () => void,
  ) {
    this.app = JSON.parse(readFileSync(join(folder, "app.json"), "utf8"));
    this.templates = readTemplates(folder);
    this.network = new Network(phone, server, origin);
    this.gate = new PrivacyGate(phone);
    this.entry = { path: entry.path ?? this.app.pages[0] ?? "", query: entry.query ?? {}, scene: entry.scene ?? 1001 };
    this.isSinglePage = this.entry.scene === TIMELINE;
    this.engine = new Engine(
      folder,
      {
        wx: wechatFunctions(this.running()),
        App: (config: PageConfig) => {
          this.appConfig = config;
        },
        Page: (config: PageConfig) => {
          if (this.registering !== null) this.configs.set(this.registering, config);
        },
        Component: () => undefined,
        Behavior: () => undefined,
        getApp: () => this.appConfig,
        getCurrentPages: () => this.stack.map(({ instance }) => instance),
      },
      phone.engine,
      (error) => this.failed(error),
    );
    programs.add(this);
    this.launch();
  }

  /** The page that somebody sees. */
  get page(): OpenPage {
    const page = this.stack.at(-1);
    if (page === undefined) throw new Error("no page is open");
    return page;
  }

  /** Waits until something of the page in front holds. */
  async until(holds: (page: OpenPage) => boolean, what: string): Promise<void> {
    const deadline = performance.now() + PATIENCE_MS;
    while (!holds(this.page)) {
      if (performance.now() > deadline) {
        const errors = this.errors.length > 0 ? `\nerrors: ${this.errors.join("\n")}` : "";
        throw new Error(`${what} did not come; ${this.page.path} says:\n${this.page.text()}${errors}`);
      }
      await wait(LOOK_EVERY_MS);
    }
  }

  /** Waits until the page in front says something. */
  shows(words: string | RegExp): Promise<void> {
    return this.until((page) => says(page, words), String(words));
  }

  /** Waits until the page in front no longer says something. */
  hides(words: string | RegExp): Promise<void> {
    return this.until((page) => !says(page, words), `the end of ${String(words)}`);
  }

  /** Waits for a page to be in front. */
  async at(path: string): Promise<void> {
    await this.until((page) => page.path === path, path);
  }

  /** Taps what is called so, once it is there. */
  async tap(name: string | RegExp): Promise<void> {
    await this.act((page) => page.tapNow(name));
  }

  async type(name: string | RegExp, value: string): Promise<void> {
    await this.act((page) => page.typeNow(name, value));
  }

  async pick(name: string | RegExp, value: string | number): Promise<void> {
    await this.act((page) => page.pickNow(name, value));
  }

  /** The person taps a tab of WeChat's own bar. */
  async openTab(path: string): Promise<void> {
    await this.quiet();
    const refusal = this.switchTab(`/${path}`);
    if (refusal !== null) throw new Error(refusal);
    await this.quiet();
  }

  /** The person goes back, by WeChat's arrow or by swiping. */
  async back(): Promise<void> {
    await this.quiet();
    const refusal = this.navigateBack(1);
    if (refusal !== null) throw new Error(refusal);
    await this.quiet();
  }

  /** What WeChat would put on the card when somebody forwards this page; null: it cannot be forwarded. */
  forward(handler: "onShareAppMessage" | "onShareTimeline", from: object = { from: "menu" }): object | null {
    if (!this.page.has(handler)) return null;
    return (this.page.tell(handler, from) as object | undefined) ?? {};
  }

  /** WeChat goes to the back, and the program with it. */
  leave(): void {
    this.page.tell("onHide");
    this.tell("onHide");
    for (const listener of this.listeners.appHide) this.guard(() => listener({}));
  }

  /** The program is in front again, perhaps by a code that leads to a page. */
  return(entry: Entry = {}): void {
    const options = { path: this.page.path, query: {}, scene: 1001, ...entry };
    this.tell("onShow", options);
    for (const listener of this.listeners.appShow) this.guard(() => listener(options));
    this.page.tell("onShow");
  }

  setNetwork(network: Phone["network"]): void {
    this.phone.network = network;
    const said = { isConnected: network !== "none", networkType: network };
    for (const listener of this.listeners.network) this.guard(() => listener(said));
  }

  setTheme(theme: Phone["theme"]): void {
    this.phone.theme = theme;
    for (const listener of this.listeners.theme) this.guard(() => listener({ theme }));
  }

  /** Ends the program, as WeChat does with one that is in the back for long. */
  close(): void {
    this.isOver = true;
    programs.delete(this);
    this.engine.close();
  }

  owns(promise: Promise<unknown>): boolean {
    return this.engine.owns(promise);
  }

  rejected(reason: unknown, promise: Promise<unknown>): void {
    if (this.isOver) return;
    this.errors.push(`unhandled rejection: ${wordsOf(reason)}`);
    this.tell("onUnhandledRejection", { reason, promise });
    for (const listener of this.listeners.rejection) this.guard(() => listener({ reason, promise }));
  }

  /** Something of the program throws, and nobody catches it. */
  fails(error: Error): void {
    this.guard(() => {
      throw error;
    });
  }

  /** No finger is so quick that it touches what only just changed. */
  async quiet(): Promise<void> {
    await wait(LOOK_EVERY_MS);
    const deadline = performance.now() + PATIENCE_MS;
    while (performance.now() - this.page.changedAt < QUIET_MS && performance.now() < deadline)
      await wait(LOOK_EVERY_MS);
  }

  private async act(run: (page: OpenPage) => void): Promise<void> {
    let refusal: unknown;
    await this.quiet();
    const tried = (page: OpenPage) => {
      try {
        run(page);
        return true;
      } catch (error) {
        refusal = error;
        return false;
      }
    };
    await this.until(tried, "what is to be touched").catch(() => {
      throw refusal;
    });
  }

  private launch(): void {
    this.guard(() => this.engine.require("app.js"));
    this.tell("onLaunch", this.entry);
    this.tell("onShow", this.entry);
    if (this.known(this.entry.path)) {
      this.openFirst(this.entry.path, this.entry.query);
      return;
    }
    const missing = { path: this.entry.path, query: this.entry.query, isEntryPage: true };
    this.tell("onPageNotFound", missing);
    for (const listener of this.listeners.pageNotFound) this.guard(() => listener(missing));
    // WeChat's own page for it, where the program did not lead elsewhere.
    if (this.stack.length === 0) throw new Error(`page "${this.entry.path}" is not found`);
  }

  private openFirst(path: string, query: Record<string, string>): void {
    const page = this.create(path, query);
    this.stack.push(page);
    if (this.isTab(path)) this.tabs.set(path, page);
    this.enter(page);
  }

  private create(path: string, query: Record<string, string>): OpenPage {
    if (!this.configs.has(path)) {
      this.registering = path;
      this.guard(() => this.engine.require(`${path}.js`));
      this.registering = null;
    }
    const config = this.configs.get(path);
    if (config === undefined) throw new Error(`${path} registers no page: ${this.errors.join("\n")}`);
    return new OpenPage(path, query, config, {
      templates: this.templates,
      guard: (run) => this.guard(run),
      withinTap: (run) => this.withinTap(run),
      agreeButtonTapped: (id) => this.gate.agreeButtonTapped(id),
      shareFrom: (page, target) => {
        const from = { from: "button", target: { id: target.uid ?? target.sid, dataset: { sid: target.sid } } };
        const card = page.has("onShareAppMessage") ? page.tell("onShareAppMessage", from) : null;
        this.shared.push((card as object | null) ?? {});
      },
    });
  }

  private enter(page: OpenPage): void {
    page.tell("onLoad", page.query);
    page.tell("onShow");
    page.tell("onReady");
  }

  private leaveAll(): void {
    for (const page of this.stack.splice(0)) this.unload(page);
    for (const page of this.tabs.values()) this.unload(page);
    this.tabs.clear();
  }

  private unload(page: OpenPage): void {
    if (page.isClosed) return;
    page.isClosed = true;
    page.tell("onUnload");
  }

  private navigateTo(url: string): string | null {
    const { path, query } = this.parse(url);
    if (!this.known(path)) return `page "${path}" is not found`;
    if (this.isTab(path)) return "can not navigateTo a tabbar page";
    if (this.stack.length >= MOST_PAGES) return "webview count limit exceed";
    const subpackage = path.split("/")[0] ?? "";
    if (this.phone.network === "none" && this.phone.unfetched.has(subpackage)) return `loadSubpackage ${subpackage}`;
    this.page.tell("onHide");
    const page = this.create(path, query);
    this.stack.push(page);
    this.enter(page);
    return null;
  }

  private redirectTo(url: string): string | null {
    const { path, query } = this.parse(url);
    if (!this.known(path)) return `page "${path}" is not found`;
    if (this.isTab(path)) return "can not redirectTo a tabbar page";
    const old = this.stack.pop();
    if (old) this.unload(old);
    const page = this.create(path, query);
    this.stack.push(page);
    this.enter(page);
    return null;
  }

  private reLaunch(url: string): string | null {
    const { path, query } = this.parse(url);
    if (!this.known(path)) return `page "${path}" is not found`;
    this.leaveAll();
    this.openFirst(path, query);
    return null;
  }

  private switchTab(url: string): string | null {
    const { path } = this.parse(url);
    if (!this.isTab(path)) return "can not switch to no-tabBar page";
    const old = this.stack.at(-1);
    if (old?.path === path) return null;
    for (const page of this.stack.splice(0)) {
      if (this.isTab(page.path)) page.tell("onHide");
      else this.unload(page);
    }
    const kept = this.tabs.get(path);
    if (kept) {
      this.stack.push(kept);
      kept.tell("onShow");
      return null;
    }
    const page = this.create(path, {});
    this.stack.push(page);
    this.tabs.set(path, page);
    this.enter(page);
    return null;
  }

  private navigateBack(delta: number): string | null {
    if (this.stack.length <= 1) return "cannot navigate back at first page.";
    for (let step = 0; step < delta && this.stack.length > 1; step++) {
      const page = this.stack.pop();
      if (page) this.unload(page);
    }
    this.page.tell("onShow");
    return null;
  }

  private parse(url: string): { path: string; query: Record<string, string> } {
    const [place = "", search = ""] = url.split("?");
    const from = this.stack.at(-1)?.path ?? "";
    const path = place.startsWith("/") ? place.slice(1) : join(from, "..", place);
    // WeChat decodes nothing for the page.
    const pairs = search.split("&").filter((pair) => pair !== "");
    return { path, query: Object.fromEntries(pairs.map((pair) => pair.split(/=(.*)/s).slice(0, 2))) };
  }

  private known(path: string): boolean {
    const inPackages = (this.app.subPackages ?? []).flatMap(({ root, pages }) =>
      pages.map((page) => `${root}/${page}`),
    );
    return [...this.app.pages, ...inPackages].includes(path);
  }

  private isTab(path: string): boolean {
    return this.app.tabBar.list.some(({ pagePath }) => pagePath === path);
  }

  private tell(handler: string, ...given: unknown[]): void {
    const known = this.appConfig[handler];
    if (typeof known === "function") this.guard(() => known.apply(this.appConfig, given));
  }

  private guard<Value>(run: () => Value): Value | undefined {
    try {
      return run();
    } catch (error) {
      this.failed(error);
      return undefined;
    }
  }

  private failed(error: unknown): void {
    if (this.isOver) return;
    const words = wordsOf(error);
    this.errors.push(words);
    const handler = this.appConfig.onError;
    if (typeof handler === "function") handler.call(this.appConfig, words);
    for (const listener of this.listeners.error) listener(error as object);
  }

  private withinTap(run: () => void): void {
    this.tapDepth += 1;
    try {
      run();
    } finally {
      this.tapDepth -= 1;
    }
  }

  private running(): Running {
    return {
      phone: this.phone,
      network: this.network,
      gate: this.gate,
      isWithinTap: () => this.tapDepth > 0,
      isSinglePage: this.isSinglePage,
      launchedWith: () => this.entry,
      router: {
        navigateTo: (url) => this.navigateTo(url),
        redirectTo: (url) => this.redirectTo(url),
        reLaunch: (url) => this.reLaunch(url),
        switchTab: (url) => this.switchTab(url),
        navigateBack: (delta) => this.navigateBack(delta),
      },
      callBack: (run) => {
        if (!this.isOver) this.guard(run);
      },
      listeners: this.listeners,
      restart: () => this.onRestart(),
    };
  }
}

function says(page: OpenPage, words: string | RegExp): boolean {
  const text = page.text();
  return typeof words === "string" ? text.includes(words) : words.test(text);
}

function wordsOf(error: unknown): string {
  const isError = typeof error === "object" && error !== null && "stack" in error;
  return isError ? String(error.stack) : typeof error === "object" ? JSON.stringify(error) : String(error);
}

/** Hands a rejection that nobody caught to the program it came from; false: it came from none. */
export function passRejection(reason: unknown, promise: Promise<unknown>): boolean {
  const owner = [...programs].find((program) => program.owns(promise));
  owner?.rejected(reason, promise);
  return owner !== undefined;
}
