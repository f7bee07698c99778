import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { createContext, runInContext } from "node:vm";

/** What WeChat's engines on Android never have: a script that uses one of these fails there, and here. */
const NOT_ON_ANDROID = `
  delete globalThis.Intl;
  delete globalThis.WebAssembly;
  delete globalThis.SharedArrayBuffer;
`;
/** What engines got after the oldest that the package is built for (Chrome 67, iOS 12). */
const TOO_NEW = `
  delete globalThis.FinalizationRegistry;
  delete globalThis.WeakRef;
  delete globalThis.AggregateError;
  delete Object.fromEntries;
  delete Object.hasOwn;
  delete Object.groupBy;
  delete Array.prototype.at;
  delete Array.prototype.flat;
  delete Array.prototype.flatMap;
  delete Array.prototype.findLast;
  delete Array.prototype.findLastIndex;
  delete Array.prototype.toSorted;
  delete Array.prototype.toReversed;
  delete Array.prototype.toSpliced;
  delete Array.prototype.with;
  delete String.prototype.at;
  delete String.prototype.matchAll;
  delete String.prototype.replaceAll;
  delete String.prototype.trimStart;
  delete String.prototype.trimEnd;
  delete Promise.allSettled;
  delete Promise.any;
  delete Promise.withResolvers;
`;

/** The oldest that the package is built for, or one of today. */
export type EngineAge = "oldest" | "today";

/**
 * One script engine of WeChat, with what WeChat gives and nothing else: neither a window nor a document, no text made
 * code.
 */
export class Engine {
  private readonly context: object;
  private readonly loaded = new Map<string, object>();
  private readonly timers = new Set<NodeJS.Timeout>();
  private isClosed = false;

  /**
   * @param folder the built package
   * @param given WeChat's functions, by their global names
   * @param age how old the phone's engine is
   * @param onError what a timer threw
   */
  constructor(
    private readonly folder: string,
    given: Record<string, unknown>,
    age: EngineAge,
    private readonly onError: (error: unknown) => void,
  ) {
    this.context = createContext(
      {
        console,
        ...given,
        setTimeout: (run: (...values: unknown[]) => void, ms?: number, ...values: unknown[]) =>
          this.timer(setTimeout, run, ms, values),
        setInterval: (run: (...values: unknown[]) => void, ms?: number, ...values: unknown[]) =>
          this.timer(setInterval, run, ms, values),
        clearTimeout: (timer: NodeJS.Timeout | undefined) => this.clear(timer),
        clearInterval: (timer: NodeJS.Timeout | undefined) => this.clear(timer),
      },
      { codeGeneration: { strings: false, wasm: false } },
    );
    runInContext(NOT_ON_ANDROID, this.context);
    if (age === "oldest") runInContext(`${TOO_NEW} delete globalThis.globalThis;`, this.context);
  }

  /** WeChat's `require`: one script of the package, once. */
  require(name: string): object {
    const file = resolve(this.folder, name.endsWith(".js") ? name : `${name}.js`);
    const known = this.loaded.get(file);
    if (known) return known;
    const module = { exports: {} };
    this.loaded.set(file, module.exports);
    const script: (...given: unknown[]) => void = runInContext(
      `(function (require, module, exports) {${readFileSync(file, "utf8")}\n})`,
      this.context,
      { filename: file },
    );
    script((other: string) => this.require(join(dirname(name), other)), module, module.exports);
    return module.exports;
  }

  has(name: string): boolean {
    return existsSync(resolve(this.folder, `${name}.js`));
  }

  /** Whether something came from this engine: each has a Promise of its own. */
  owns(promise: Promise<unknown>): boolean {
    return promise.constructor === runInContext("Promise", this.context);
  }

  /** Ends everything that would still run. */
  close(): void {
    this.isClosed = true;
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
  }

  private timer(
    start: typeof setTimeout | typeof setInterval,
    run: (...values: unknown[]) => void,
    ms: number | undefined,
    values: unknown[],
  ): NodeJS.Timeout | undefined {
    if (this.isClosed) return undefined;
    const timer = start(() => {
      if (this.isClosed) return;
      try {
        run(...values);
      } catch (error) {
        this.onError(error);
      }
    }, ms);
    this.timers.add(timer);
    return timer;
  }

  private clear(timer: NodeJS.Timeout | undefined): void {
    if (timer === undefined) return;
    clearTimeout(timer);
    this.timers.delete(timer);
  }
}
