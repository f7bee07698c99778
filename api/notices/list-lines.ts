import { AMENITIES, AMENITY_KINDS } from "../../shared/amenities/amenity.js";
import type { EpochMs } from "../../shared/common/time.js";
import { holidayWords } from "../../shared/holidays/holiday-words.js";
import { holidayQuestion } from "../../shared/holidays/roll-call.js";
import type { NoticeLine } from "../../shared/messages/grants.js";
import { stationNotices, taskNotices, unconfirmedDays } from "../../shared/notices/due-notices.js";
import type { NoticeName } from "../../shared/notices/notice.js";
import { taskWords } from "../../shared/notices/task-words.js";
import type { User } from "../../shared/people/user.js";
import type { Station } from "../../shared/stations/station.js";
import { ageingQuestions, worthOf } from "../../shared/trust/ageing.js";
import type { Task } from "../../shared/trust/report.js";
import type { Dependencies } from "../dependencies.js";
import { shownYesterday } from "../stations/count-shown.js";
import { keeperPage } from "./keeper-page.js";

type Needs = Pick<Dependencies, "stations" | "reports" | "wishes" | "clock" | "trustSettings" | "shown">;

const MOST_LINES = 20;
/** Nobody hands over more at once. */
const MOST_WISHES = 50;

/** What stands before what, most urgent first. */
const ORDER: readonly NoticeName[] = [
  "turned",
  "door",
  "task_back",
  "task_overdue",
  "task_tomorrow",
  "task_new",
  "medicine_today",
  "wish_waiting",
  "question",
  "medicine_week",
  "unconfirmed",
];

/**
 * What waits at the stations a person keeps: everything a message could say, and what only people reported whom nobody
 * vouches for besides. Of what is as urgent, that of the station whose answer is worth most comes first. Nothing for who
 * keeps none.
 */
export async function listLines(deps: Needs, user: User): Promise<{ lines: NoticeLine[]; waiting: number }> {
  if (!user.roles.includes("keeper") || user.stationIds.length === 0) return { lines: [], waiting: 0 };
  const now = deps.clock();
  const stations = (await deps.stations.findMany(user.stationIds)).filter(({ withdrawnAt }) => withdrawnAt === null);
  const found = await Promise.all(
    stations.map(async (station) => [
      ...(await deps.reports.openTasksOf(station.id)).map((task) => taskLine(deps, station, task, now)),
      ...holidayLines(station, now),
      ...agedLines(station, now),
    ]),
  );
  const worth = await worthOfStations(deps, stations, now);
  const lines = [...found.flat(), ...(await wishLines(deps, stations, user, now))].sort(
    (one, other) =>
      ORDER.indexOf(one.name) - ORDER.indexOf(other.name) ||
      (worth.get(other.stationId) ?? 0) - (worth.get(one.stationId) ?? 0),
  );
  return { lines: lines.slice(0, MOST_LINES), waiting: lines.length };
}

async function worthOfStations(deps: Needs, stations: readonly Station[], now: EpochMs): Promise<Map<string, number>> {
  const worth = stations.map(async (station): Promise<[string, number]> => {
    const shown = await shownYesterday(deps, station.id, now);
    return [station.id, worthOf(ageingQuestions(station, now, shown), shown)];
  });
  return new Map(await Promise.all(worth));
}

function line(station: Station, name: NoticeName, words: string, page = `/${keeperPage(station.id)}`): NoticeLine {
  return { name, stationId: station.id, stationName: station.name, words, page };
}

function taskLine({ trustSettings }: Needs, station: Station, task: Task, now: EpochMs): NoticeLine {
  if (task.kind === "door_closed") {
    const { reportedClosedUntil } = station;
    const isTurned = reportedClosedUntil !== null && reportedClosedUntil > now;
    return line(
      station,
      isTurned ? "turned" : "door",
      isTurned ? "几个人说门没开，点这里回一下" : "有人说门没开，点这里回一下",
    );
  }
  const [due] = taskNotices(task, now, trustSettings.taskDays).reverse();
  const page = `/keeper/tasks/index?stationId=${station.id}`;
  const late = due?.name === "task_overdue" ? "，已经超时" : due?.name === "task_tomorrow" ? "，明天到期" : "";
  return line(station, due?.name ?? "task_new", `${taskWords(task)}${late}`, page);
}

/** The question before a holiday stands there until it is answered, whether or not a message could be sent. */
function holidayLines(station: Station, now: EpochMs): NoticeLine[] {
  const asked = holidayQuestion(station.hours, now);
  return asked === null ? [] : [line(station, "question", `${holidayWords(asked.holiday)}，开吗？`)];
}

function agedLines(station: Station, now: EpochMs): NoticeLine[] {
  return stationNotices(station, now).map(({ name, detail }) => {
    if (name === "unconfirmed")
      return line(station, name, `${unconfirmedDays(station, now)} 天没人确认了，门还照常开吗？`);
    const kind = AMENITY_KINDS.find((one) => one === detail.split(":")[0]);
    const label = kind === undefined ? "药品" : AMENITIES[kind].label;
    return line(station, name, name === "medicine_today" ? `${label}到期了，换好点一下` : `${label}快到期了`);
  });
}

async function wishLines({ wishes }: Needs, stations: readonly Station[], user: User, now: EpochMs) {
  const ids = stations.map(({ id }) => id);
  const { wishes: found } = await wishes.readHandovers(ids, user.id, { offset: 0, count: MOST_WISHES, now });
  return found
    .filter(({ state }) => state === "ready")
    .flatMap((wish) => {
      const station = stations.find(({ id }) => id === (wish.pickup?.stationId ?? wish.stationId));
      return station === undefined ? [] : [line(station, "wish_waiting", "有一份心愿等人来领", "/keeper/wishes/index")];
    });
}
