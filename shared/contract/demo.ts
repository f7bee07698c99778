import { z } from "zod";
import { PERSON_NAME_LIMIT } from "../common/field-limits.js";
import { wordsUpTo } from "../common/free-text.js";
import { InstantInput, InstantText } from "../common/instant.js";
import { ROLES } from "../people/roles.js";
import { UserId } from "../people/user.js";
import { StationId } from "../stations/station.js";
import type { Contract } from "./endpoint.js";

const ClockAnswer = z.object({ now: InstantText });

/** What is there in demo mode only. */
export const demoContract = {
  signInToDemo: {
    route: "POST /sign-in/demo",
    summary: "Sign in by name alone (demo mode only); the same name is always the same person",
    permission: "open",
    write: "secret",
    body: z.strictObject({ as: z.enum(ROLES), name: wordsUpTo(PERSON_NAME_LIMIT).optional() }),
    answer: z.object({
      token: z.string(),
      user: z.object({ id: UserId, roles: z.array(z.enum(ROLES)), stationIds: z.array(StationId) }),
    }),
    answers: "Signed in",
  },
  setDemoClock: {
    route: "PUT /demo/clock",
    summary: "Set the server's clock, which runs on from there (demo mode only); null goes back to the present",
    permission: "open",
    write: "repeatable",
    body: z.strictObject({ now: InstantInput.nullable() }),
    answer: ClockAnswer,
    answers: "Set",
  },
  getDemoClock: {
    route: "GET /demo/clock",
    summary: "The server's clock (demo mode only)",
    permission: "open",
    answer: ClockAnswer,
    answers: "The clock",
  },
} as const satisfies Contract;
