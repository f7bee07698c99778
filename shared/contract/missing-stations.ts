import { z } from "zod";
import {
  AskedStationList,
  MissingStationAnswer,
  MissingStationId,
  MissingStationList,
  NearMissingQuery,
  NewMissingStation,
  SaidMissing,
  SecondMissingStation,
} from "../missing-stations/missing-station.js";
import { MISSING_STATES } from "../missing-stations/needs.js";
import type { Contract } from "./endpoint.js";

const params = z.object({ id: MissingStationId });

/** 这里该有个站: what people say is missing, and what the office answers. */
export const missingStationContract = {
  listMissingNear: {
    route: "GET /missing-stations",
    summary: "What people say is missing around a place, undecided, most people first",
    permission: "open",
    query: NearMissingQuery,
    answer: MissingStationList,
    answers: "Those within about 2 km",
  },
  listMyMissing: {
    route: "GET /missing-stations/mine",
    summary: "What this account or device said is missing within 90 days, newest first",
    permission: "known",
    answer: MissingStationList,
    answers: "At most 50",
    errors: ["invalid_input"],
  },
  listAskedStations: {
    route: "GET /missing-stations/asked",
    summary: "What people in an officer's reach say is missing, with hours and words (officer)",
    permission: "circle:plan",
    answer: AskedStationList,
    answers: "Undecided ones first, most people first",
  },
  sayMissing: {
    route: "POST /missing-stations",
    summary: "Say that a station is missing here, with or without signing in; joins what others said of the place",
    description: "`X-Device-Id` and `X-WeChat-Code` say who it is, as with reports.",
    permission: "known",
    write: "once",
    body: NewMissingStation,
    status: 201,
    answer: SaidMissing,
    answers: "Noted",
    errors: ["not_found", "too_many_reports", "words_refused"],
  },
  secondMissing: {
    route: "POST /missing-stations/:id/second",
    summary: "Say the same as others did",
    permission: "known",
    write: "once",
    params,
    body: SecondMissingStation,
    answer: SaidMissing,
    answers: "Noted",
    errors: ["not_found", "task_moved_on", "too_many_reports"],
  },
  answerMissing: {
    route: "POST /missing-stations/:id/answer",
    summary: "Say what comes of it: planned, opened, or no and why; those who asked are told (officer)",
    permission: "circle:plan",
    write: "repeatable",
    params,
    body: MissingStationAnswer,
    answer: z.object({ id: MissingStationId, state: z.enum(MISSING_STATES) }),
    answers: "The state it is in now",
    errors: ["not_found", "task_moved_on", "words_refused"],
  },
} as const satisfies Contract;
