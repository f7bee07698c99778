import { z } from "zod";
import {
  HolidayQuery,
  NextHoliday,
  RollCall,
  RollCallAnswers,
  RollCallDone,
  RollCallQuery,
} from "../holidays/holiday-answer.js";
import { StationId } from "../stations/station.js";
import type { Contract } from "./endpoint.js";

/** Who opens on public holidays: the question to keepers, the officers' table of answers, and the list for everybody. */
export const holidayContract = {
  getNextHoliday: {
    route: "GET /holidays/next",
    summary: "Who opens on the next public holiday, or the present one, day by day; what nobody has said is `unknown`",
    permission: "open",
    query: HolidayQuery,
    answer: NextHoliday,
    answers: "All stations of a city or county",
  },
  getHolidayPicture: {
    route: "GET /holidays/next.png",
    summary: "The same list as a picture to forward",
    permission: "open",
    query: HolidayQuery,
    answer: { files: { "image/png": "binary" } },
    answers: "The picture",
    also: { 304: "As it was" },
    errors: ["busy"],
  },
  getHolidayNotice: {
    route: "GET /stations/:id/holiday.pdf",
    summary: "A notice for a station's door: its hours on the next public holiday, A4, as PDF",
    permission: "open",
    params: z.object({ id: StationId }),
    answer: { files: { "application/pdf": "binary" } },
    answers: "The notice",
    also: { 304: "As it was" },
    errors: ["not_found", "busy"],
  },
  listRollCall: {
    route: "GET /holidays/roll-call",
    summary: "Which stations of an officer's reach have answered for a holiday, a page at a time (officer)",
    permission: "holiday:ask",
    query: RollCallQuery,
    answer: RollCall,
    answers: "Up to 500 stations",
    errors: ["not_found"],
  },
  answerRollCall: {
    route: "POST /holidays/roll-call/answers",
    summary: "Answer for many stations at once, all of them or none (officer)",
    description: "It is one act of the record, and can be taken back within a day as other changes of many are.",
    permission: "holiday:ask",
    write: "repeatable",
    body: RollCallAnswers,
    answer: RollCallDone,
    answers: "Answered",
    errors: ["not_found", "conflict", "change_over"],
  },
} as const satisfies Contract;
