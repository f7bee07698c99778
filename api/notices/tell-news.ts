import { beijingDayNumber, type EpochMs } from "../../shared/common/time.js";
import type { Notice } from "../../shared/notices/notice.js";
import type { UserId } from "../../shared/people/user.js";
import { TaskId } from "../../shared/trust/report.js";
import { isOpenTask } from "../../shared/trust/task-states.js";
import { WishId } from "../../shared/wishes/wish.js";
import type { Dependencies } from "../dependencies.js";
import { tell } from "./ask-keepers.js";
import type { News } from "./news-store.js";
import { keeperIdsOfStations, readRoleHolders } from "./people-of-stations.js";

type Keepers = ReadonlyMap<string, UserId[]>;

/**
 * Puts what happened into the outbox, for the keepers of the station and for who reported. Made again, it tells nobody
 * twice: a notice to a person is one message.
 */
export async function tellNews(deps: Dependencies): Promise<{ changed: number }> {
  const news = await deps.news.list();
  if (news.length === 0) return { changed: 0 };
  const now = deps.clock();
  const keepers = keeperIdsOfStations(await readRoleHolders(deps));
  for (const one of news) await tellOne(deps, one, keepers, now);
  await deps.news.forget(news, now);
  return { changed: news.length };
}

async function tellOne(deps: Dependencies, news: News, keepers: Keepers, now: EpochMs): Promise<void> {
  switch (news.kind) {
    case "door":
      return tellOfDoor(deps, news, keepers, now);
    case "task":
      return tellOfTask(deps, news.id, keepers, now);
    case "answered":
      return tellReporters(deps, news.id, now);
    case "wish":
      return tellOfWish(deps, news.id, keepers, now);
  }
}

/** Once a day and spell: more people at the same door say nothing new, until enough of them turn it. */
async function tellOfDoor(
  deps: Dependencies,
  { id: stationId, at }: News,
  keepers: Keepers,
  now: EpochMs,
): Promise<void> {
  const station = await deps.stations.find(stationId);
  if (station === null) return;
  const spell = station.verified.open ?? 0;
  await deps.groups.addLine(`door|${stationId}|${beijingDayNumber(at)}:${spell}`, at);
  const notices: Notice[] = [{ name: "door", about: stationId, detail: `${beijingDayNumber(at)}:${spell}` }];
  const { reportedClosedUntil, shutReports } = station;
  if (reportedClosedUntil !== null && reportedClosedUntil > now) {
    notices.push({ name: "turned", about: stationId, detail: `${shutReports?.turns ?? 0}:${spell}` });
  }
  await tellAll(deps, keepers.get(stationId) ?? [], notices, now);
}

async function tellOfTask(deps: Dependencies, id: string, keepers: Keepers, now: EpochMs): Promise<void> {
  const parsed = TaskId.safeParse(id);
  const task = parsed.success ? await deps.reports.findTask(parsed.data) : null;
  if (task === null || !isOpenTask(task)) return;
  await tellAll(deps, keepers.get(task.stationId) ?? [], [{ name: "task_new", about: task.id, detail: "" }], now);
}

async function tellOfWish(deps: Dependencies, id: string, keepers: Keepers, now: EpochMs): Promise<void> {
  const parsed = WishId.safeParse(id);
  const wish = parsed.success ? await deps.wishes.find(parsed.data) : null;
  if (wish?.state !== "ready") return;
  const place = wish.pickup?.stationId ?? wish.stationId;
  await tellAll(deps, keepers.get(place) ?? [], [{ name: "wish_waiting", about: wish.id, detail: place }], now);
}

/** Those who asked to be told, each of their own report. */
async function tellReporters(deps: Dependencies, taskId: string, now: EpochMs): Promise<void> {
  const parsed = TaskId.safeParse(taskId);
  const task = parsed.success ? await deps.reports.findTask(parsed.data) : null;
  if (task === null) return;
  const [told] = await deps.reports.withReports([task]);
  const followers = await deps.followers.followersOf((told?.reports ?? []).map(({ id }) => id));
  for (const [reportId, user] of followers) {
    await tell(deps, user, { name: "answered", about: reportId, detail: String(task.changedAt) }, now);
  }
}

async function tellAll(
  deps: Dependencies,
  users: readonly UserId[],
  notices: readonly Notice[],
  now: EpochMs,
): Promise<void> {
  for (const user of users) {
    for (const notice of notices) await tell(deps, user, notice, now);
  }
}
