// What a browser shows before the program has come: on a slow network that takes four seconds. This script stands in
// index.html (miniapp/config/early-script.ts); what it shares with the program is in the page once.
import type { NearestItem } from "../../../../../../shared/stations/station-answer";
import { LOCATION } from "../../../../build-settings";
import { serverClock } from "../../../../http/server-clock";
import { askEarlyPosition } from "../../../../platform/location/early-position";
import { isRoughAccuracy, LOCATE_TIMEOUT_MS } from "../../../../platform/location/position";
import { agedOpening, arrivalWords, openingWords } from "../../opening-words";
import type { MeasuredFrom } from "../../origin/origin";
import { distanceWords, ownName, travelTime } from "../../station-words";
import { ASK_FIRST, USE_POSITION } from "../ask-words";
import { FIRST_FILTERS, FIRST_LENGTH, nearestInput } from "../nearby-question";
import { searchAround } from "../nearby-view";
import { askEarlyAnswer } from "./early-answer";

/** So many doors tell where to go; the program brings the others. */
const SHOWN = 3;
/** The program's own list comes soon after its page; one that does not must not stay hidden, milliseconds. */
const LONGEST_COVER_MS = 3_000;
/** What a phone keeps that has been here before: the program knows what to do with it, and comes from its cache. */
const KEPT = ["settings", "chosen-place", "told-doors", "packs", "last-answer", "sign-in"];
const FIRST_PAGE = /^$|^#\/?$|nearby/;

const cover = document.getElementById("opening");
if (cover !== null) open(cover);

function open(cover: HTMLElement): void {
  if (LOCATION !== "none" && FIRST_PAGE.test(location.hash.split("?")[0] ?? "") && isFirstVisit()) drawQuestion(cover);
  leaveWhenProgramStands(cover);
}

function isFirstVisit(): boolean {
  try {
    return KEPT.every((key) => localStorage.getItem(key) === null);
  } catch {
    return true; // private windows refuse
  }
}

/** The same words at the same place as the program's own (nearby/ask-position.tsx), which takes over under the finger. */
function drawQuestion(cover: HTMLElement): void {
  const button = element("button", "button button-main", USE_POSITION);
  button.addEventListener("click", () => {
    button.textContent = "正在找你的位置…";
    button.setAttribute("disabled", "");
    void find(cover, button);
  });
  show(
    cover,
    element("div", "ask", [
      element("div", "drawing"),
      element("h1", "ask-title", ASK_FIRST.title),
      element("div", "ask-why", ASK_FIRST.why),
      element("div", "ask-actions", [button]),
    ]),
  );
}

async function find(cover: HTMLElement, button: HTMLElement): Promise<void> {
  try {
    const { latitude, longitude, accuracy } = await askEarlyPosition(LOCATION === "precise", LOCATE_TIMEOUT_MS);
    const isRough = LOCATION === "fuzzy" || isRoughAccuracy(accuracy);
    const stations = await nearest({ source: "position", point: { latitude, longitude }, datum: "wgs84", isRough });
    if (stations !== null) drawList(cover, stations, isRough);
  } catch {
    // The program says why there is no position, and what else can be done.
    button.textContent = "正在打开驿站…";
  }
}

/** Null: the program has to ask more, or to say something. */
async function nearest(origin: MeasuredFrom): Promise<readonly NearestItem[] | null> {
  const question = { origin, filters: FIRST_FILTERS, travel: "walk", length: FIRST_LENGTH } as const;
  const search = searchAround(question, serverClock.now);
  const ask = search.next();
  if (ask.done) return null;
  const answer = await askEarlyAnswer(nearestInput(origin, ask.value, question.travel, question.length));
  if (answer === null) return null;
  const list = search.next({ stations: answer.stations, amenities: answer.amenitiesWithinReach ?? null });
  return list.done && list.value.stations.length > 0 ? list.value.stations : null;
}

function drawList(cover: HTMLElement, stations: readonly NearestItem[], isRough: boolean): void {
  const now = serverClock.now();
  const note = element("div", "secondary early-note", "导航和详情马上就来…");
  const rows = stations.slice(0, SHOWN).map((station) => row(station, now, isRough));
  show(cover, element("div", "early-list", [...rows, note]));
  cover.dataset.list = "";
}

function row(station: NearestItem, now: number, isRough: boolean): HTMLElement {
  const opening = agedOpening(station.opening, now);
  const { tone, mark, text } = openingWords(opening, now);
  const arrival = arrivalWords(opening, station.travelMinutes, now);
  const time = travelTime(station.travelMinutes, isRough);
  const name = element("div", "station-row-name", ownName(station));
  if (station.isDemo) name.prepend(element("span", "demo-badge", "示例"));
  const way = time === null ? "" : `${time.about}${time.number} ${time.unit}`;
  return element("div", "card station-row", [
    element("div", "station-row-line", [name, element("div", "station-row-way", way)]),
    element("div", "station-row-line", [
      element("div", `pill pill-${tone}`, [element("span", "pill-mark", mark), element("span", "pill-text", text)]),
      element("div", "station-row-way secondary", distanceWords(station.distanceMetres, isRough)),
    ]),
    ...(arrival ? [element("div", "station-row-arrival", arrival)] : []),
  ]);
}

function leaveWhenProgramStands(cover: HTMLElement): void {
  const watch = new MutationObserver(() => {
    if (!document.querySelector("#app .page")) return;
    const isListThere = document.querySelector("#app .list, #app .message") !== null;
    if ("list" in cover.dataset && !isListThere) {
      setTimeout(leave, LONGEST_COVER_MS);
      return;
    }
    leave();
  });
  const leave = () => {
    watch.disconnect();
    cover.remove();
  };
  watch.observe(document.body, { childList: true, subtree: true });
}

function show(cover: HTMLElement, content: HTMLElement): void {
  const page = element("div", "page", [content]);
  cover.className = "early";
  cover.textContent = "";
  cover.append(page);
}

function element(tag: string, className: string, content: string | readonly Node[] = []): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  made.append(...(typeof content === "string" ? [content] : content));
  return made;
}
