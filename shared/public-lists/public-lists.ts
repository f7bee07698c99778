import { z } from "zod";
import { SessionId } from "../classes/class-session.js";
import { ClassCategory, CourseId } from "../classes/course.js";
import { WANTED_SUBJECTS } from "../classes/wanted-subject.js";
import { InstantText } from "../common/instant.js";
import { MissingStationId } from "../missing-stations/missing-station.js";
import { MISSING_NEEDS, MISSING_STATES } from "../missing-stations/needs.js";
import { StationId } from "../stations/station.js";
import { WISH_CATEGORY_KEYS } from "../wishes/wish-category.js";

/** A county by its code, the zones of a city by that of the city, or `none`: stations whose district has no code. */
export const ListedDistrict = z.string().regex(/^(\d{2}|\d{4}|\d{6}|none)$/, { error: "不是区县的代码" });
const Fact = z.string().regex(/^(service|kit|broken|hours):[a-z_]{1,30}$/, { error: "没有这一项" });

export const PublicListsQuery = z.object({
  district: ListedDistrict.optional().meta({
    description: "One of `districts` of the answer; without it all together",
  }),
});
export const PublicStationsQuery = PublicListsQuery.extend({
  fact: Fact.optional().meta({ description: "`fact` of the number that is opened; without it all stations" }),
  cursor: z
    .string()
    .regex(/^\d{1,7}$/)
    .optional()
    .meta({ description: "`nextCursor` of the page before" }),
});

/** A count of something asked for; `key` null: several kinds together, none of which ten people asked for. */
const WishCount = z.object({ key: z.enum(WISH_CATEGORY_KEYS).nullable(), label: z.string(), wishes: z.int() });
/** What an officer wrote of a wish that was fulfilled. */
const PublicCard = z.object({
  category: z.enum(WISH_CATEGORY_KEYS),
  card: z.string(),
  stationName: z.string(),
  fulfilledOn: z.iso.date(),
  isDemo: z.boolean(),
});

/** What people want to learn; `subject` null: several together, none of which ten people want. */
const WantedCount = z.object({ subject: z.enum(WANTED_SUBJECTS).nullable(), label: z.string(), people: z.int() });
/** A course that came of it. */
const OpenedWanted = z.object({
  subject: z.enum(WANTED_SUBJECTS),
  label: z.string(),
  /** How many had asked for it; null: fewer than ten. */
  people: z.int().nullable(),
  courseId: CourseId,
  openedOn: z.iso.date(),
});

/** A place where people say that a station is missing: ten people, or an answer of the office. */
const PublicMissing = z.object({
  id: MissingStationId,
  need: z.enum(MISSING_NEEDS),
  /** In words. */
  needs: z.string(),
  state: z.enum(MISSING_STATES),
  why: z.string().nullable(),
  /** Null: fewer than ten. */
  people: z.int().nullable(),
  askedAt: InstantText,
  answeredAt: InstantText.nullable(),
  /** The nearest station of its district and how far it is from there. */
  nearest: z.object({ name: z.string(), metres: z.int() }).nullable(),
});

/** 需求清单: what was asked for. */
const AskedList = z.object({
  /** Wishes of so many days before today, each in one number. */
  days: z.int(),
  wishes: z.array(WishCount),
  /** Something is left out because fewer than ten people stand behind it. */
  hasFewer: z.boolean(),
  cards: z.array(PublicCard),
  wanted: z.object({ rows: z.array(WantedCount), hasFewer: z.boolean(), opened: z.array(OpenedWanted) }),
  missing: z.array(PublicMissing),
  /** Other places that fewer than ten people each named, and not answered yet; null: too few even together, or none. */
  otherMissing: z.object({ places: z.int(), people: z.int() }).nullable(),
});

/** How many stations something holds of. */
const StationCount = z.object({ fact: Fact, label: z.string(), stations: z.int() });
const PublicCourse = z.object({
  id: CourseId,
  title: z.string(),
  category: ClassCategory,
  categoryLabel: z.string(),
  scheduleWords: z.string(),
  venueName: z.string(),
  /** The date that comes next, within a month. */
  next: z.object({ id: SessionId, startsAt: InstantText }).nullable(),
  isDemo: z.boolean(),
});

/** 服务清单: what is offered. */
const OfferedList = z.object({ services: z.array(StationCount), courses: z.array(PublicCourse) });

/** 资源清单: what there is. */
const ThereList = z.object({
  stations: z.int(),
  hours: z.array(StationCount),
  /** `broken`: how many more have one that does not work. */
  kit: z.array(StationCount.extend({ broken: z.int() })),
});

export const PublicLists = z.object({
  asOf: InstantText,
  /** Whose lists these are; null: of all districts. */
  district: z.object({ key: ListedDistrict, name: z.string() }).nullable(),
  districts: z.array(z.object({ key: ListedDistrict, name: z.string(), stations: z.int() })),
  asked: AskedList,
  offered: OfferedList,
  there: ThereList,
});
export type PublicLists = z.infer<typeof PublicLists>;

/** The stations that a number counts. */
export const PublicStations = z.object({
  asOf: InstantText,
  total: z.int(),
  stations: z.array(
    z.object({ id: StationId, name: z.string(), address: z.string(), hours: z.string(), isDemo: z.boolean() }),
  ),
  nextCursor: z.string().nullable(),
});
export type PublicStations = z.infer<typeof PublicStations>;
