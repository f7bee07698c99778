import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { expect, inject, onTestFinished } from "vitest";
import { type MapPoint, toWgs84 } from "../../../shared/common/place.js";
import type { EpochMs } from "../../../shared/common/time.js";
import { origin } from "./origin.js";
import { MORNING, SQUARE } from "./town.js";

export const PHONE = { width: 390, height: 844 };
export const DESKTOP = { width: 1280, height: 800 };

export const IPHONE =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148";

export interface Visitor {
  page: Page;
  context: BrowserContext;
  /** Every address the page asked the API for, newest last. */
  asked: string[];
}

export interface VisitorOptions {
  viewport?: { width: number; height: number };
  colorScheme?: "light" | "dark";
  /** GCJ-02; null: the person says no to the browser's question. */
  standsAt?: MapPoint | null;
  /** What the browser says it is; absent: Chromium on Linux. */
  userAgent?: string;
  /** The server's clock. */
  serverTime?: EpochMs;
  /** The phone's clock, where it differs from that of this machine. */
  phoneTime?: EpochMs;
  /**
   * The browser keeps the program, as it does for people; not for others, as requests that pass through it cannot be
   * held up.
   */
  keepsProgram?: true;
  /** Where the product is served; that of the worker where none is named. */
  servedAt?: string;
  /** What the browser says on its console that is part of the journey, such as a request that is meant to fail. */
  expectedComplaint?: RegExp;
}

let connected: Promise<Browser> | null = null;

/**
 * A person with a phone of their own, not yet on any page. The test fails when a page throws or complains on the
 * console, whatever else it looks at.
 */
export async function openVisitor(options: VisitorOptions = {}): Promise<Visitor> {
  await setServerClock(options.serverTime ?? MORNING, options.servedAt);
  connected ??= chromium.connect(inject("browserEndpoint"));
  const browser = await connected;
  const context = await browser.newContext(contextOptions(options));
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  if (options.phoneTime !== undefined) await page.clock.install({ time: options.phoneTime });
  const problems = noteProblems(page, options.expectedComplaint);
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/api/")) asked.push(request.url());
  });
  onTestFinished(async () => {
    await context.close();
    expect(problems).toEqual([]);
  });
  return { page, context, asked };
}

function contextOptions(options: VisitorOptions): BrowserContextOptions {
  const { viewport = PHONE, colorScheme, standsAt = SQUARE, keepsProgram = false, servedAt = origin() } = options;
  const { userAgent } = options;
  return {
    baseURL: servedAt,
    serviceWorkers: keepsProgram ? "allow" : "block",
    viewport,
    hasTouch: viewport.width < 700,
    locale: "zh-CN",
    colorScheme: colorScheme ?? "light",
    ...(userAgent === undefined ? {} : { userAgent }),
    // The person is in China, their phone perhaps not.
    timezoneId: "Europe/London",
    permissions: standsAt === null ? [] : ["geolocation"],
    ...(standsAt === null ? {} : { geolocation: toWgs84(standsAt) }),
  };
}

function noteProblems(page: Page, expected: RegExp | undefined): string[] {
  const problems: string[] = [];
  const note = (problem: string) => {
    if (!expected?.test(problem)) problems.push(problem);
  };
  page.on("pageerror", (error) => note(`uncaught: ${error.stack ?? error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") note(`console: ${message.text()} (${message.location().url})`);
  });
  return problems;
}

/** Sets the clock by which the server answers; it runs on from there. */
export async function setServerClock(now: EpochMs, servedAt = origin()): Promise<void> {
  const answer = await fetch(`${servedAt}/api/demo/clock`, {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ now: new Date(now).toISOString() }),
  });
  expect(answer.status).toBe(200);
}
