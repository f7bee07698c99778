import type { EpochMs } from "../../shared/common/time.js";
import { NOTICES, type Notice, noticeText } from "../../shared/notices/notice.js";
import type { UserId } from "../../shared/people/user.js";
import type { StationId } from "../../shared/stations/station.js";
import type { Dependencies } from "../dependencies.js";

type Needs = Pick<Dependencies, "outbox">;

/** A question to the keepers of one station. */
export interface KeeperQuestion {
  stationId: StationId;
  /** A name in `QUESTIONS`, which says it when it is sent. */
  question: string;
  /**
   * Which time of it, with everything that {@link QUESTIONS} needs to say it: `2027-spring:7`. The same question with the
   * same detail reaches a person once, however often it is asked. No bar, no space.
   */
  detail: string;
  /** From when on it may go out; at night it waits for seven o'clock, and on a day with two messages for the next. */
  dueAt: EpochMs;
}

/**
 * Asks the keepers of a station something, through the outbox: at most once each, never without a yes of theirs, and not
 * when it was answered before it went out. May be called again and again.
 *
 * @param keepers whom to ask, of {@link keeperIdsOfStations}
 */
export async function askKeepers(deps: Needs, keepers: readonly UserId[], asked: KeeperQuestion): Promise<void> {
  const { stationId, question, detail, dueAt } = asked;
  const notice: Notice = { name: "question", about: stationId, detail: `${question}:${detail}` };
  await Promise.all(keepers.map((user) => tell(deps, user, notice, dueAt)));
}

/** Puts a notice to one person into the outbox. The same notice to the same person is one message. */
export async function tell(deps: Needs, user: UserId, notice: Notice, dueAt: EpochMs): Promise<void> {
  const subject = noticeText(notice);
  await deps.outbox.enqueue({ id: `${subject}|${user}`, kind: NOTICES[notice.name].kind, user, subject, dueAt });
}
