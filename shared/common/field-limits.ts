/** How many characters fit into what people type: schemas go by it, and the fields of the forms. */
export const STATION_LIMITS = {
  name: 60,
  code: 40,
  address: 120,
  landmark: 60,
  district: 30,
  host: 60,
  audience: 60,
  entryNote: 60,
  hours: 200,
} as const;
/** A timed service: its name, when it is there as somebody writes it, and where or with what. */
export const SERVICE_LIMITS = { name: 20, hours: 100, note: 40 } as const;
export const HALL_LIMITS = { name: 60, address: 120, room: 60 } as const;
export const COURSE_LIMITS = { title: 40, room: 60, teacher: 20, level: 20, age: 20, bring: 60, about: 300 } as const;
export const WISH_CONTACT_LIMITS = { name: 20, phone: 20, address: 100 } as const;
export const WISH_MOVE_LIMITS = { unit: 30, window: 60 } as const;
/** The name a person goes by. */
export const PERSON_NAME_LIMIT = 20;
/** Why something is so, in a few words: a closure, a class that is called off, the state of an amenity. */
export const REASON_LIMIT = 60;
export const APPEAL_LIMITS = { text: 200, reply: 100 } as const;
export const REPORT_LIMITS = { note: 200, done: 100 } as const;
export const MISSING_STATION_LIMITS = { words: 100, why: 100 } as const;
export const PHOTO_REASON_LIMIT = 30;

/** The largest numbers of a course. */
export const COURSE_MOST = { capacity: 500, waitlistLimit: 5_000, bookingOpensDaysBefore: 90, minutes: 480 } as const;

/** A station has at most so many services with hours of their own. */
export const MOST_SERVICES = 8;

/** A station has at most so many telephone numbers, with 、 between. */
export const MOST_PHONES = 3;
