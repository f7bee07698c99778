import type { MapPoint } from "../../../shared/common/place.js";
import type { EngineAge } from "./engine.js";

/** What a person does when WeChat shows its own box. */
export interface Answers {
  /** WeChat's box for a permission; "off": the position is switched off in the phone's own settings. */
  position: "allow" | "deny" | "off" | "times out";
  /** The box about messages, for each template: agreed, or not. */
  messages: "accept" | "reject" | "main switch off";
  /** A question of the program (`wx.showModal`). */
  modal: "confirm" | "cancel";
  /** The picture that is chosen; null: the person turns away. */
  photo: { path: string; bytes: Uint8Array } | null;
  /** What stands on the code that is scanned; null: the person turns away. */
  code: string | null;
}

/** What somebody outside of the program sees of it. */
export interface Seen {
  toasts: string[];
  modals: { title: string; content: string }[];
  /** Where the map app was opened. */
  openedLocations: (MapPoint & { name: string })[];
  /** Ids of the templates of each box about messages. */
  messageBoxes: string[][];
  calls: string[];
  /** The tabs with a red dot, from 0. */
  redDots: Set<number>;
  clipboard: string | null;
  pictures: string[][];
  calendar: object[];
  /** Lines of WeChat's own log for this program. */
  realtimeLog: string[];
  restartsForUpdate: number;
  privacyContractsOpened: number;
  /** What a private interface was answered with, in order. */
  privacyAnswers: string[];
  settingsOpened: number;
}

/**
 * A phone with WeChat, as it is outside of any program: what it keeps, what its owner has allowed, where it is, and what
 * its owner does next. A program that is started anew finds it as it was.
 */
export class Phone {
  /** What the program keeps, by key, as text. */
  readonly storage = new Map<string, string>();
  readonly files = new Map<string, Uint8Array>();
  readonly answers: Answers = {
    position: "allow",
    messages: "accept",
    modal: "confirm",
    photo: null,
    code: null,
  };
  readonly seen: Seen = {
    toasts: [],
    modals: [],
    openedLocations: [],
    messageBoxes: [],
    calls: [],
    redDots: new Set(),
    clipboard: null,
    pictures: [],
    calendar: [],
    realtimeLog: [],
    restartsForUpdate: 0,
    privacyContractsOpened: 0,
    privacyAnswers: [],
    settingsOpened: 0,
  };
  /** What was answered to a permission box before: WeChat does not ask twice. */
  readonly permissions = new Map<string, boolean>();
  /** Whether the privacy guide was agreed to. */
  privacyAgreed = false;
  /** Interfaces that the privacy guide in the console does not name. */
  readonly undeclared = new Set<string>();
  position: MapPoint = { latitude: 38.4741, longitude: 106.2812 };
  network: "4g" | "none" = "4g";
  /** Subpackages that WeChat has not fetched yet; it does when a page of theirs is opened. */
  readonly unfetched = new Set<string>();
  theme: "light" | "dark" = "light";
  /** WeChat's own size of text: 17 is 标准. */
  fontSize = 17;
  /** The part of the screen at its lower edge that bars of the system cover, in pixels. */
  safeAreaBelow = 34;
  /** How old the engine is that runs scripts. */
  engine: EngineAge = "today";
  /** Functions that this version of WeChat does not have yet. */
  readonly missing = new Set<string>();
  /** A newer version of the program has been fetched, or will not come. */
  update: "none" | "ready" | "failed" = "none";
  /** What `wx.login` gives: a code for the server. */
  signInCode: () => string = () => {
    throw new Error("nobody said who holds this phone");
  };
  /** Told what the person agreed to be sent. */
  onAgreed: (templateId: string) => void = () => undefined;
}
