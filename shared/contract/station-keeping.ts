import { z } from "zod";
import { REASON_LIMIT } from "../common/field-limits.js";
import { wordsUpTo } from "../common/free-text.js";
import { InstantInput } from "../common/instant.js";
import { OpeningSpan } from "../stations/hours.js";
import { CONFIRMED_FACTS } from "../stations/keeper-change.js";
import { SaidDays } from "../stations/said-days-input.js";
import { ServiceHoursText, ServiceName, ServiceNote } from "../stations/services/timed-service.js";
import { AmenityKind, AmenityState, StationId } from "../stations/station.js";
import { MyStations, ShownDays, StationDetail } from "../stations/station-answer.js";
import type { Contract } from "./endpoint.js";

const params = z.object({ id: StationId });

const amenityParams = params.extend({ kind: AmenityKind });
const serviceParams = params.extend({ name: ServiceName });
const words = wordsUpTo(REASON_LIMIT).nullable();
const kept = {
  write: "repeatable",
  answer: StationDetail,
  errors: ["not_found", "conflict", "words_refused"],
} as const;

/** What keepers do at their stations, and officers at those of their reach. */
export const keepingContract = {
  listMyStations: {
    route: "GET /stations/mine",
    summary: "The stations that the person signed in keeps",
    permission: "account:own",
    answer: MyStations,
    answers: "By id",
  },
  closeStation: {
    route: "PUT /stations/:id/closure",
    summary: "Shut a station for a while; it opens by itself (keeper, officer)",
    permission: "station:close",
    params,
    body: z.strictObject({
      until: InstantInput.nullable().meta({ description: "Null: until somebody opens it again" }),
      reason: words.default(null),
    }),
    answers: "Shut",
    ...kept,
  },
  reopenStation: {
    route: "DELETE /stations/:id/closure",
    summary: "End a closure (keeper, officer)",
    permission: "station:close",
    params,
    answers: "Open as posted",
    ...kept,
  },
  setAmenity: {
    route: "PUT /stations/:id/amenities/:kind",
    summary: "Say how an amenity is now (keeper, officer)",
    permission: "station:set-amenity",
    params: amenityParams,
    body: z.strictObject({
      state: AmenityState,
      note: words.optional(),
      expiresOn: z.iso.date({ error: "要写成 2026-12-03 这样" }).nullable().optional(),
    }),
    answers: "Said",
    ...kept,
  },
  forgetAmenity: {
    route: "DELETE /stations/:id/amenities/:kind",
    summary: "Say that nobody knows of an amenity (keeper, officer)",
    permission: "station:set-amenity",
    params: amenityParams,
    answers: "Unknown from now on",
    ...kept,
  },
  setService: {
    route: "PUT /stations/:id/services/:name",
    summary:
      "What the station offers at times of its own: legal aid on Tuesdays, a haircut on a date (keeper, officer)",
    description:
      "Hours as people write them, read like a station's, or dates with times; a date without a year is the nearest. In the place of the service of that name.",
    permission: "station:set-service",
    params: serviceParams,
    body: z.strictObject({ hoursText: ServiceHoursText, note: ServiceNote.nullable().default(null) }),
    answers: "Said",
    ...kept,
  },
  forgetService: {
    route: "DELETE /stations/:id/services/:name",
    summary: "The station does not offer a timed service any more (keeper, officer)",
    permission: "station:set-service",
    params: serviceParams,
    answers: "Not offered from now on",
    ...kept,
  },
  setToday: {
    route: "PUT /stations/:id/today",
    summary: "Hours for today alone; none: it does not open today (keeper, officer)",
    permission: "station:set-today",
    params,
    body: z.strictObject({ spans: z.array(OpeningSpan).max(6) }),
    answers: "Changed for today",
    ...kept,
  },
  resetToday: {
    route: "DELETE /stations/:id/today",
    summary: "The usual hours hold today again (keeper, officer)",
    permission: "station:set-today",
    params,
    answers: "As usual",
    ...kept,
  },
  setDays: {
    route: "PUT /stations/:id/days",
    summary: "Hours for dates to come: a holiday, a day off, longer hours in the heat (keeper, officer)",
    description:
      "Each date by itself: spans, none for not open, `usual` as on that day of the week, `unsaid` to take an answer back.",
    permission: "station:set-today",
    params,
    body: z.strictObject({ days: SaidDays }),
    answers: "Said, with who said so",
    ...kept,
  },
  confirmFact: {
    route: "POST /stations/:id/facts",
    summary: "One fact of the station is still as it was said: the door, its hours, some amenities (keeper, officer)",
    permission: "station:confirm",
    params,
    body: z.strictObject({ fact: z.enum(CONFIRMED_FACTS), kinds: z.array(AmenityKind).max(60).default([]) }),
    answers: "Confirmed",
    ...kept,
  },
  countShown: {
    route: "GET /stations/:id/shown",
    summary: "How often a station stood first in somebody's list, day by day; no number below 10 (keeper, officer)",
    permission: "station:confirm",
    params,
    answer: ShownDays,
    answers: "The last 7 days, the newest first",
    errors: ["not_found"],
  },
  confirmStation: {
    route: "POST /stations/:id/confirm",
    summary: "Everything said of the station is right; takes back 有人说门关着 (keeper, officer)",
    permission: "station:confirm",
    params,
    answers: "Confirmed",
    ...kept,
  },
} as const satisfies Contract;
