import { readNotice } from "../../shared/notices/notice.js";
import { UserId } from "../../shared/people/user.js";
import type { Dependencies } from "../dependencies.js";
import type { ComposedMessage, Composer, Composers } from "../outbox/composer.js";
import { sayAnswered } from "./say-answered.js";
import { sayClassOpened } from "./say-class-opened.js";
import { sayDoor, sayTurned } from "./say-door.js";
import { sayMissingAnswered } from "./say-missing-answered.js";
import { sayOfficerDay } from "./say-officer-day.js";
import { sayMedicine, sayQuestion, sayUnconfirmed } from "./say-station.js";
import { sayTask, sayWish } from "./say-task.js";
import type { Told } from "./told.js";

type Said<Kind extends "keeper_door" | "keeper_task" | "keeper_question" | "report_answered"> =
  Promise<ComposedMessage<Kind> | null>;

const notKind = async () => null;

/**
 * What keepers, officers and reporters are told. Each is dropped when it is true no longer, and when the person does not
 * look after the station any more.
 */
export const noticeComposers = {
  keeper_door: told(
    (deps, one): Said<"keeper_door"> =>
      one.notice.name === "turned" ? sayTurned(deps, one) : one.notice.name === "door" ? sayDoor(deps, one) : notKind(),
  ),
  keeper_task: told((deps, one): Said<"keeper_task"> => {
    switch (one.notice.name) {
      case "medicine_week":
      case "medicine_today":
        return sayMedicine(deps, one);
      case "wish_waiting":
        return sayWish(deps, one);
      case "officer_day":
        return sayOfficerDay(deps, one);
      default:
        return sayTask(deps, one);
    }
  }),
  keeper_question: told(
    (deps, one): Said<"keeper_question"> =>
      one.notice.name === "question" ? sayQuestion(deps, one) : sayUnconfirmed(deps, one),
  ),
  report_answered: told((deps, one): Said<"report_answered"> => {
    switch (one.notice.name) {
      case "missing_answered":
        return sayMissingAnswered(deps, one);
      case "class_opened":
        return sayClassOpened(deps, one);
      default:
        return sayAnswered(deps, one);
    }
  }),
} satisfies Composers;

function told<Kind extends "keeper_door" | "keeper_task" | "keeper_question" | "report_answered">(
  say: (deps: Dependencies, one: Told) => Said<Kind>,
): Composer<Kind> {
  return async (deps, message) => {
    const notice = readNotice(message.subject);
    const id = UserId.safeParse(message.user);
    const user = id.success ? await deps.users.find(id.data) : null;
    return notice === null || user === null ? null : say(deps, { notice, user });
  };
}
