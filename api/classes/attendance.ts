import type { Booking, BookingState } from "../../shared/classes/booking.js";
import type { ClassSession } from "../../shared/classes/class-session.js";
import {
  type BeijingDate,
  beijingDate,
  beijingDayNumber,
  beijingMinuteOfDay,
  type EpochMs,
} from "../../shared/common/time.js";
import { mayAt } from "../../shared/people/permissions.js";
import type { User } from "../../shared/people/user.js";
import type { Dependencies } from "../dependencies.js";
import type { TextTable } from "../tables/text-table.js";
import { startOfDate } from "./timetable.js";

const STATE_WORDS: Record<BookingState, string> = {
  confirmed: "已报名",
  waitlisted: "候补",
  offered: "候补(留座中)",
  attended: "到场",
  absent: "缺席",
  cancelled: "已取消",
  cancelled_late: "取消晚了",
  lapsed: "没候补上",
  session_cancelled: "课取消了",
};
const ARRIVAL_WORDS = { code: "扫码", keeper: "工作人员", walk_in: "现场补位" } as const;
const COLUMNS = [
  { header: "日期" },
  { header: "开始" },
  { header: "课程", isWide: true },
  { header: "场馆", isWide: true },
  { header: "报名号" },
  { header: "称呼" },
  { header: "情况" },
  { header: "签到时间" },
  { header: "签到方式" },
  { header: "免记缺席" },
];

/** Who came to the classes of some days, within an officer's reach: a line for each booking, by class and number. */
export async function attendanceTable(
  { classSessions, classReadings, clock }: Pick<Dependencies, "classSessions" | "classReadings" | "clock">,
  { from, to }: { from: BeijingDate; to: BeijingDate },
  user: User,
): Promise<TextTable> {
  const sessions = (await classSessions.listBetween(startOfDate(from), startOfDate(to, 1))).filter(({ venue }) =>
    mayAt(user, "class:attendance", { id: venue.id, districtCode: venue.district.code }),
  );
  const bookings = await classReadings.bookingsOf(
    clock(),
    sessions.map(({ id }) => id),
  );
  const bySession = new Map(sessions.map((session) => [session.id, { session, booked: [] as Booking[] }]));
  for (const booking of bookings) bySession.get(booking.sessionId)?.booked.push(booking);
  const rows = [...bySession.values()].flatMap(({ session, booked }) =>
    booked.sort((a, b) => a.number - b.number).map((booking) => cellsOf(session, booking)),
  );
  return { sheet: "考勤", columns: COLUMNS, rows };
}

function cellsOf(session: ClassSession, booking: Booking): string[] {
  return [
    beijingDate(beijingDayNumber(session.startsAt)),
    timeOfDay(session.startsAt),
    session.title,
    session.venue.name,
    String(booking.number),
    booking.calledBy,
    STATE_WORDS[booking.state],
    booking.checkedInAt === null ? "" : timeOfDay(booking.checkedInAt),
    booking.checkedInBy === null ? "" : ARRIVAL_WORDS[booking.checkedInBy],
    booking.waived ? "是" : "",
  ];
}

function timeOfDay(at: EpochMs): string {
  const minute = beijingMinuteOfDay(at);
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}
