import { z } from "zod";
import { MOST_SERVICES, SERVICE_LIMITS } from "../../common/field-limits.js";
import { wordsUpTo } from "../../common/free-text.js";
import { MOBILE_NUMBER } from "../../common/mobile-number.js";
import { Hours } from "../hours.js";
import { NO_MOBILE, readServiceHours } from "./read-service-hours.js";

const impersonal = (text: string) => !MOBILE_NUMBER.test(text);

export const ServiceName = wordsUpTo(SERVICE_LIMITS.name)
  .regex(/^[^:：;；/]*$/, { error: "名字里不能有冒号、分号和斜线" })
  .refine(impersonal, { error: NO_MOBILE });
export const ServiceNote = wordsUpTo(SERVICE_LIMITS.note).refine(impersonal, { error: NO_MOBILE });

/**
 * What a station offers at times of its own: legal aid on Tuesdays, a haircut on one date. Where it is there is judged with
 * the door (shared/stations/services/service-time.ts).
 */
export const TimedService = z.strictObject({
  name: ServiceName,
  /** A single event is dates alone, in a week that has nothing. */
  hours: Hours,
  note: ServiceNote.nullable(),
  /** When somebody at the station last said so, EpochMs. `null`: it stands in a list, and nobody has confirmed it. */
  confirmedAt: z.int().nullable(),
});
export type TimedService = z.infer<typeof TimedService>;

/** Of one station, in the order in which people wrote them. */
export const TimedServices = z.array(TimedService).max(MOST_SERVICES);

/** When a service is there, as people write it: read like the hours of a station, or dates with their times. */
export const ServiceHoursText = wordsUpTo(SERVICE_LIMITS.hours).superRefine((text, context) => {
  // Whether a date is over is asked where the time is known.
  const { hours, problem } = readServiceHours(text, "1970-01-01");
  if (hours === null) context.addIssue({ code: "custom", message: problem });
});
