import type { Course, CourseFacts, HallId } from "../../shared/classes/course.js";
import type { Hall } from "../../shared/classes/hall.js";
import type { BeijingDate, EpochMs } from "../../shared/common/time.js";
import { newCourse } from "./change-course.js";

const HALL_ID: HallId = "vn_demo_01";

/** One class a week; the first two of its facts are when it is, Monday = 0. */
interface CourseSketch
  extends Pick<CourseFacts, "title" | "category" | "venueId" | "capacity">,
    Partial<Pick<CourseFacts, "room" | "teacher" | "level" | "age" | "bring" | "about" | "waitlistLimit">> {
  weekday: number;
  startsAt: string;
  /** How many made-up people book each of its sessions. */
  booked?: number;
}

/** Twelve classes a week, as many as the union's hall is reported to give. Teachers, hours and places are made up. */
const SKETCHES: readonly CourseSketch[] = [
  {
    weekday: 0,
    startsAt: "19:00",
    title: "零基础瑜伽",
    category: "yoga",
    venueId: HALL_ID,
    capacity: 20,
    room: "三楼舞蹈教室",
    teacher: "马老师",
    level: "零基础",
    bring: "瑜伽垫，没有可以借",
  },
  {
    weekday: 1,
    startsAt: "14:30",
    title: "手机拍照和防骗",
    category: "phone_skills",
    venueId: "st_demo_02",
    capacity: 12,
    teacher: "小纳老师",
    level: "零基础",
    age: "不限",
    bring: "自己的手机和充电线",
    about: "学会拍照、视频通话，看懂骗子的套路",
  },
  {
    weekday: 1,
    startsAt: "19:00",
    title: "广场舞入门",
    category: "dance",
    venueId: HALL_ID,
    capacity: 30,
    room: "三楼舞蹈教室",
    teacher: "丁老师",
    level: "零基础",
    bring: "软底鞋",
  },
  {
    weekday: 2,
    startsAt: "19:00",
    title: "声乐合唱",
    category: "vocal",
    venueId: "st_demo_01",
    capacity: 25,
    teacher: "李老师",
    age: "18-60 岁",
  },
  {
    weekday: 2,
    startsAt: "19:30",
    title: "葫芦丝小班",
    category: "hulusi",
    venueId: "st_demo_03",
    capacity: 6,
    waitlistLimit: 10,
    teacher: "杨老师",
    level: "零基础",
    bring: "葫芦丝，没有可以借",
    booked: 8,
  },
  {
    weekday: 3,
    startsAt: "12:30",
    title: "午间太极",
    category: "taichi",
    venueId: HALL_ID,
    capacity: 20,
    room: "一楼大厅",
    teacher: "王老师",
    bring: "宽松的衣服",
    about: "半天跑下来，松一松腰腿",
  },
  {
    weekday: 3,
    startsAt: "19:00",
    title: "毛笔字",
    category: "calligraphy",
    venueId: "st_demo_02",
    capacity: 15,
    teacher: "陈老师",
    level: "零基础",
    bring: "笔墨都有，人来就行",
  },
  {
    weekday: 4,
    startsAt: "19:00",
    title: "水彩画",
    category: "painting",
    venueId: HALL_ID,
    capacity: 15,
    room: "二楼书画室",
    teacher: "吴老师",
    bring: "画具都有，人来就行",
  },
  {
    weekday: 5,
    startsAt: "09:30",
    title: "民族舞",
    category: "dance",
    venueId: HALL_ID,
    capacity: 24,
    room: "三楼舞蹈教室",
    teacher: "丁老师",
    level: "有基础",
    bring: "软底鞋",
  },
  {
    weekday: 5,
    startsAt: "15:00",
    title: "编织和剪纸",
    category: "handicraft",
    venueId: "st_demo_01",
    capacity: 12,
    teacher: "何老师",
    age: "不限",
    booked: 5,
  },
  {
    weekday: 6,
    startsAt: "09:30",
    title: "太极拳二十四式",
    category: "taichi",
    venueId: "st_demo_03",
    capacity: 20,
    teacher: "王老师",
    level: "有基础",
  },
  {
    weekday: 6,
    startsAt: "15:00",
    title: "周末瑜伽",
    category: "yoga",
    venueId: HALL_ID,
    capacity: 20,
    room: "三楼舞蹈教室",
    teacher: "马老师",
    bring: "瑜伽垫，没有可以借",
  },
];

const DURATION_MINUTES = 90;

/** The 示例 hall; neither its position nor anything else here is anybody's own list. */
export function demoHall(now: EpochMs): Hall {
  return {
    id: HALL_ID,
    name: "示例·兴庆区职工培训中心",
    address: "银川市兴庆区(示例，位置是编的)",
    district: { code: "640104", text: "兴庆区" },
    location: { latitude: 38.4757, longitude: 106.2933 },
    room: "一楼服务台",
    revision: 1,
    createdAt: now,
    updatedAt: now,
    isDemo: true,
  };
}

/** The 示例 courses, each held once a week on the given days. */
export function demoCourses(now: EpochMs, days: { from: BeijingDate; until: BeijingDate }): Course[] {
  return SKETCHES.map((sketch, index) => {
    const { weekday, startsAt, booked: _, ...facts } = sketch;
    const id = demoCourseId(index);
    const course: CourseFacts = {
      room: null,
      teacher: null,
      level: null,
      age: null,
      bring: null,
      about: null,
      waitlistLimit: 20,
      ...facts,
      bookedBy: "session",
      bookingOpensDaysBefore: null,
      rules: {},
      schedule: {
        kind: "weekly",
        weekdays: [weekday],
        startsAt,
        durationMinutes: DURATION_MINUTES,
        ...days,
        holidays: "keep",
        except: [],
      },
    };
    return { ...newCourse(course, id, now), isDemo: true };
  });
}

/** How many made-up people book each session of a demo course. */
export function demoBookings(courseId: string): number {
  const index = SKETCHES.findIndex((_, at) => demoCourseId(at) === courseId);
  return SKETCHES[index]?.booked ?? 0;
}

function demoCourseId(index: number): string {
  return `co_demo_${String(index + 1).padStart(2, "0")}`;
}
