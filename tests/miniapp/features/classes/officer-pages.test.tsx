import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { draftOf, factsOf, missingIn, newDraft } from "../../../../miniapp/src/features/classes/course/course-draft.js";
import { readPoint } from "../../../../miniapp/src/features/classes/hall/read-point.js";
import { forgetSignIn, keepSignIn } from "../../../../miniapp/src/features/people/sign-in.js";
import AppealsPage from "../../../../miniapp/src/union/appeals/index.js";
import CoursePage from "../../../../miniapp/src/union/course/index.js";
import CoursesPage from "../../../../miniapp/src/union/courses/index.js";
import HallPage from "../../../../miniapp/src/union/hall/index.js";
import SessionPage from "../../../../miniapp/src/union/session/index.js";
import type { CourseFacts } from "../../../../shared/classes/course.js";
import type { CourseDetail } from "../../../../shared/classes/course-answer.js";
import { type Answers, answerFrom, asked } from "../../support/answers.js";
import { cst, cstText } from "../../support/given.js";
import { givenSession, givenSessionDetail, givenTimetable } from "../../support/given-class.js";
import { givenSignedIn, refusal } from "../../support/given-sign-in.js";
import Taro, { newPhone, openedWith } from "../../support/taro.js";

const { venue } = givenSession();
const facts: CourseFacts = {
  title: "零基础广场舞",
  category: "dance",
  venueId: venue.id,
  room: null,
  teacher: "李老师",
  level: "零基础",
  age: null,
  bring: null,
  about: null,
  capacity: 20,
  waitlistLimit: 30,
  bookedBy: "session",
  bookingOpensDaysBefore: 7,
  rules: { cancelBeforeMinutes: 120 },
  schedule: {
    kind: "weekly",
    weekdays: [3],
    startsAt: "19:00",
    durationMinutes: 90,
    from: "2026-03-01",
    until: "2026-06-30",
    holidays: "skip",
    except: ["2026-04-02"],
  },
};
const listed: CourseFacts = {
  ...facts,
  bookingOpensDaysBefore: null,
  rules: {},
  schedule: { kind: "dates", dates: [{ date: "2026-03-08", startsAt: "09:00", durationMinutes: 60 }] },
};

function givenCourse(changed: Partial<CourseDetail> = {}): CourseDetail {
  const date = (id: string, day: string) => ({
    id,
    startsAt: cstText(`${day}T19:00`),
    endsAt: cstText(`${day}T20:30`),
    venue,
    teacher: null,
    capacity: 20,
    state: "scheduled" as const,
    cancelledReason: null,
    isOnItsOwn: false,
    clashesWith: [],
    revision: 1,
  });
  return {
    ...facts,
    id: "co_dance",
    revision: 4,
    state: "running",
    venue,
    scheduleWords: "每周四 19:00–20:30",
    isDemo: false,
    dates: [date("cs_dance_20260305", "2026-03-05"), date("cs_dance_20260312", "2026-03-12")],
    asOf: cstText("2026-03-03T10:00"),
    ...changed,
  };
}

let answers: Answers;
const button = (name: string | RegExp) => screen.getByRole("button", { name }) as HTMLButtonElement;
const fill = (label: string | RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const sent = (request: string) =>
  asked()
    .filter(([one]) => one === request)
    .map(([, body]) => body);

beforeEach(() => {
  cleanup();
  newPhone();
  forgetSignIn();
  const officer = givenSignedIn("t1", "officer");
  keepSignIn({ ...officer, user: { ...officer.user, reach: ["6401"] } });
  openedWith({});
  vi.setSystemTime(cst("2026-03-03T10:00"));
  answers = { "GET /api/venues": [200, { venues: [venue] }] };
  answerFrom(answers);
});

describe("the form of a course", () => {
  it.each([
    ["weekly", facts],
    ["on single days", listed],
  ])("loses nothing of a course that is %s", (_, course) => {
    expect(factsOf(draftOf(course, "2026-03-03"))).toEqual(course);
  });

  it("says what is missing, and sends nothing while it is", () => {
    const empty = newDraft("2026-03-03");
    expect(missingIn(empty)).toEqual([
      "课叫什么还没写",
      "教什么还没选",
      "在哪里上还没选",
      "周几上课还没选",
      "从哪天上到哪天还没写",
    ]);
    expect(factsOf(empty)).toBeNull();
    expect(missingIn({ ...draftOf(facts, "2026-03-03"), capacity: "二十" })).toEqual(["名额要写一个数"]);
    expect(missingIn({ ...empty, kind: "dates" })).toContain("至少要加一天");
  });
});

describe("the courses", () => {
  it("are listed with when and where, a page at a time", async () => {
    let page = 0;
    answers["GET /api/courses"] = () => {
      page += 1;
      const course = givenCourse({ id: `co_${page}`, title: `第 ${page} 门` });
      return [200, { courses: [course], nextCursor: page === 1 ? "co_1" : null }];
    };
    render(<CoursesPage />);
    expect(await screen.findByText("第 1 门")).toBeTruthy();
    expect(screen.getByText("每周四 19:00–20:30")).toBeTruthy();
    fireEvent.click(button("看后面的"));
    expect(await screen.findByText("第 2 门")).toBeTruthy();
    expect(screen.queryByRole("button", { name: "看后面的" })).toBeNull();
    fireEvent.click(button("看和改：第 1 门"));
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: "/union/course/index?id=co_1" });
  });

  it("are for officers", async () => {
    answers["GET /api/courses"] = [403, refusal("not_allowed")];
    render(<CoursesPage />);
    expect(await screen.findByText("这里给工会干部看")).toBeTruthy();
  });
});

describe("a new course", () => {
  it("is in the timetable by one tap, once nothing is missing", async () => {
    answers["POST /api/courses"] = [201, givenCourse()];
    render(<CoursePage />);
    await screen.findByText("加一门课");
    fireEvent.click(button("排进课表"));
    expect(screen.getByRole("alert").textContent).toContain("课叫什么还没写");
    fill(/课叫什么/, "太极拳");
    fireEvent.click(button("太极拳"));
    fireEvent.click(button(venue.name));
    fireEvent.click(button("周四"));
    fill("最后一天", "2026-06-30");
    fireEvent.click(button("排进课表"));
    await waitFor(() => expect(sent("POST /api/courses")).toHaveLength(1));
    expect(sent("POST /api/courses")[0]).toMatchObject({
      title: "太极拳",
      category: "taichi",
      venueId: venue.id,
      capacity: 20,
      schedule: { kind: "weekly", weekdays: [3], from: "2026-03-03", until: "2026-06-30" },
    });
    await waitFor(() => expect(Taro.navigateBack.mock.calls.length + Taro.switchTab.mock.calls.length).toBe(1));
  });

  it("says which field the server would not take", async () => {
    answers["GET /api/courses/co_dance"] = [200, givenCourse()];
    const error = {
      ...refusal("invalid_input").error,
      fields: [{ path: "schedule.until", message: "最后一天不能早于第一天" }],
    };
    answers["PUT /api/courses/co_dance"] = [400, { error }];
    openedWith({ id: "co_dance" });
    render(<CoursePage />);
    fireEvent.click(await screen.findByRole("button", { name: "存下来" }));
    fireEvent.click(screen.getByRole("button", { name: "后面每一节都改", hidden: true }));
    expect(await screen.findByText("最后一天不能早于第一天")).toBeTruthy();
  });

  it("can be held at any station of the officer's reach, found by its name", async () => {
    answers["GET /api/venues"] = [200, { venues: [] }];
    const stations = Array.from({ length: 12 }, (_, n) => ({ id: `st_${n}`, name: `${n} 号驿站` }));
    answers["GET /api/stations"] = [200, { stations, nextCursor: null }];
    render(<CoursePage />);
    expect(await screen.findByText("还有 4 个，多输几个字")).toBeTruthy();
    fill(/找一个驿站/, "11");
    fireEvent.click(button("11 号驿站"));
    expect(button("11 号驿站").getAttribute("aria-pressed")).toBe("true");
  });
});

describe("a hall that is no station", () => {
  it.each([
    ["106.289,38.474", { longitude: 106.289, latitude: 38.474 }],
    ["106.289，38.474", { longitude: 106.289, latitude: 38.474 }],
    [" 106.289, 38.474 ", { longitude: 106.289, latitude: 38.474 }],
    ["38.474,106.289", null],
    ["106.289", null],
    ["银川", null],
  ])("stands where the map says: %j", (text, point) => {
    expect(readPoint(text)).toEqual(point);
  });

  it("is added once name, address, district and place are said", async () => {
    const district = { code: "640104", text: "兴庆区" };
    answers["GET /api/districts"] = [200, { districts: [district] }];
    answers["POST /api/halls"] = [201, {}];
    render(<HallPage />);
    fireEvent.change(await screen.findByLabelText("叫什么"), { target: { value: "职工培训中心" } });
    fill("地址", "凤凰北街 1 号");
    fill(/^坐标/, "106.289,38.474");
    expect(button("名字、地址、区和坐标要写全").disabled).toBe(true);
    fireEvent.click(button("兴庆区"));
    fireEvent.click(button("存下来"));
    await waitFor(() =>
      expect(sent("POST /api/halls")).toEqual([
        {
          name: "职工培训中心",
          address: "凤凰北街 1 号",
          district,
          location: { longitude: 106.289, latitude: 38.474 },
          room: null,
        },
      ]),
    );
  });
});

it("leads from a course to the hall it is held in, to change that", async () => {
  const hall = { ...venue, id: "vn_centre", name: "职工培训中心" };
  answers["GET /api/courses/co_dance"] = [200, givenCourse({ venue: hall, venueId: hall.id })];
  openedWith({ id: "co_dance" });
  render(<CoursePage />);
  fireEvent.click(await screen.findByRole("button", { name: "改场馆的资料" }));
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: "/union/hall/index?id=vn_centre" });
  cleanup();
  answers["GET /api/venues"] = [200, { venues: [hall] }];
  answers["GET /api/districts"] = [200, { districts: [{ code: "640104", text: "兴庆区" }] }];
  answers["PUT /api/halls/vn_centre"] = [200, {}];
  openedWith({ id: "vn_centre" });
  render(<HallPage />);
  fireEvent.change(await screen.findByLabelText("叫什么"), { target: { value: "新的培训中心" } });
  fireEvent.click(button("存下来"));
  const { id: _, ...facts } = hall;
  await waitFor(() => expect(sent("PUT /api/halls/vn_centre")).toEqual([{ ...facts, name: "新的培训中心" }]));
});

describe("a change of a course", () => {
  beforeEach(() => {
    answers["GET /api/courses/co_dance"] = [200, givenCourse()];
    answers["PUT /api/courses/co_dance"] = [200, givenCourse({ revision: 5 })];
    openedWith({ id: "co_dance" });
  });

  it.each([
    ["后面每一节都改", null, { scope: "all" }],
    ["从某一节起", /3月12日/, { scope: "following", sessionId: "cs_dance_20260312" }],
    ["只改一节", /3月5日/, { scope: "this", sessionId: "cs_dance_20260305" }],
  ])("asks which sessions it is for: %s", async (scope, date, body) => {
    render(<CoursePage />);
    await screen.findByText("改这门课");
    fill("老师", "王老师");
    fireEvent.click(button("存下来"));
    expect(sent("PUT /api/courses/co_dance")).toEqual([]);
    const sheet = within(screen.getByRole("dialog", { name: "改哪些课？", hidden: true }));
    fireEvent.click(sheet.getByRole("button", { name: scope, hidden: true }));
    if (date !== null) fireEvent.click(sheet.getByRole("button", { name: date, hidden: true }));
    await waitFor(() =>
      expect(sent("PUT /api/courses/co_dance")).toEqual([{ ...facts, teacher: "王老师", revision: 4, ...body }]),
    );
  });

  it("shows what somebody else has made of it meanwhile, for the change to be made again", async () => {
    answers["PUT /api/courses/co_dance"] = [409, refusal("conflict")];
    render(<CoursePage />);
    await screen.findByText("改这门课");
    fill("老师", "王老师");
    fireEvent.click(button("存下来"));
    answers["GET /api/courses/co_dance"] = [200, givenCourse({ revision: 5, teacher: "赵老师", capacity: 25 })];
    fireEvent.click(screen.getByRole("button", { name: "后面每一节都改", hidden: true }));
    await screen.findByText(/刚刚有人改过这门课。下面是新的内容/);
    expect(screen.getByLabelText("老师")).toHaveProperty("value", "赵老师");
    expect(screen.queryByRole("dialog", { name: "改哪些课？", hidden: true })).toBeNull();
    answers["PUT /api/courses/co_dance"] = [200, givenCourse({ revision: 6 })];
    fill("老师", "王老师");
    fireEvent.click(button("存下来"));
    fireEvent.click(screen.getByRole("button", { name: "后面每一节都改", hidden: true }));
    await waitFor(() =>
      expect(sent("PUT /api/courses/co_dance").at(-1)).toMatchObject({ revision: 5, teacher: "王老师", capacity: 25 }),
    );
  });

  it("ends the course after a second yes that says how many sessions go", async () => {
    answers["POST /api/courses/co_dance/end"] = [200, givenCourse({ state: "ended" })];
    render(<CoursePage />);
    fireEvent.click(await screen.findByRole("button", { name: "停掉这门课" }));
    expect(screen.getByText(/后面 2 节都取消/)).toBeTruthy();
    expect(sent("POST /api/courses/co_dance/end")).toEqual([]);
    fireEvent.click(screen.getByRole("button", { name: "停掉", hidden: true }));
    await waitFor(() => expect(sent("POST /api/courses/co_dance/end")).toHaveLength(1));
  });
});

describe("one date of a course", () => {
  const ID = givenSession().id;
  let session = givenSessionDetail();
  beforeEach(() => {
    session = givenSessionDetail({ seatsLeft: 15, waitlistLength: 1 });
    answers[`GET /api/classes/${ID}`] = () => [200, session];
    openedWith({ id: ID });
  });

  it("is cancelled with a reason, after a second yes that says who will be told", async () => {
    answers[`POST /api/classes/${ID}/cancel`] = () => {
      session = givenSessionDetail({ state: "cancelled", cancelledReason: "老师有事" });
      return [200, session];
    };
    render(<SessionPage />);
    await screen.findByRole("heading", { name: "取消这一节" });
    expect(button("取消这一节").disabled).toBe(true);
    fireEvent.click(button("老师有事"));
    fireEvent.click(button("取消这一节"));
    expect(screen.getByText(/报了的 5 人和排队的 1 人都会收到通知/)).toBeTruthy();
    expect(sent(`POST /api/classes/${ID}/cancel`)).toEqual([]);
    fireEvent.click(screen.getByRole("button", { name: "取消，通知大家", hidden: true }));
    expect(await screen.findByText("取消原因：老师有事")).toBeTruthy();
    expect(sent(`POST /api/classes/${ID}/cancel`)).toEqual([{ reason: "老师有事" }]);
    expect(screen.queryByRole("heading", { name: "调课" })).toBeNull();
  });

  it("is moved, and only what differs is sent", async () => {
    answers[`POST /api/classes/${ID}/move`] = [200, {}];
    render(<SessionPage />);
    await screen.findByRole("heading", { name: "调课" });
    expect(button("就改成这样").disabled).toBe(true);
    fill("改到哪天", "2026-03-06");
    fill("几点开始", "18:30");
    fireEvent.click(button("就改成这样"));
    await waitFor(() =>
      expect(sent(`POST /api/classes/${ID}/move`)).toEqual([{ startsAt: cstText("2026-03-06T18:30") }]),
    );
  });

  it("is merged into another of the same kind that has not started", async () => {
    answers["GET /api/classes"] = [
      200,
      givenTimetable(
        givenSession(),
        givenSession({ id: "cs_other", title: "另一节广场舞", startsAt: cstText("2026-03-06T19:00") }),
        givenSession({ id: "cs_off", title: "取消的", state: "cancelled" }),
        givenSession({ id: "cs_started", title: "开了的", startsAt: cstText("2026-03-03T09:00") }),
      ),
    ];
    answers[`POST /api/classes/${ID}/merge`] = [200, session];
    render(<SessionPage />);
    fireEvent.click(await screen.findByRole("button", { name: "看看能并到哪一节" }));
    fireEvent.click(await screen.findByRole("button", { name: /另一节广场舞/ }));
    expect(screen.queryByText("取消的")).toBeNull();
    expect(screen.queryByText("开了的")).toBeNull();
    fireEvent.click(screen.getByRole("button", { name: "并过去，通知大家", hidden: true }));
    await waitFor(() => expect(sent(`POST /api/classes/${ID}/merge`)).toEqual([{ into: "cs_other" }]));
    expect(sent("GET /api/classes")).toEqual([{ from: "2026-03-03", to: "2026-03-12", category: "dance" }]);
  });
});

describe("what people say of their absences", () => {
  const appeal = {
    bookingId: "bk_00000001",
    sessionId: givenSession().id,
    calledBy: "王姐",
    text: "那天暴雪，路上走了两小时",
    state: "open",
    reply: null,
    title: "零基础广场舞",
    venueName: venue.name,
    startsAt: cstText("2026-03-01T19:00"),
    createdAt: cstText("2026-03-02T08:00"),
    decidedAt: null,
  };

  it("is decided by one tap, with or without words", async () => {
    let appeals = [appeal];
    answers["GET /api/appeals"] = () => [200, { appeals, asOf: cstText("2026-03-03T10:00") }];
    answers["POST /api/appeals/bk_00000001"] = () => {
      appeals = [];
      return [200, { ...appeal, state: "granted" }];
    };
    render(<AppealsPage />);
    expect(await screen.findByText("「那天暴雪，路上走了两小时」")).toBeTruthy();
    fill("回他一句(可以不填)", "路上小心");
    fireEvent.click(button("不算缺课：王姐"));
    expect(await screen.findByText("没有要看的说明")).toBeTruthy();
    expect(sent("POST /api/appeals/bk_00000001")).toEqual([{ decision: "granted", reply: "路上小心" }]);
  });

  it("says when another officer was faster", async () => {
    answers["GET /api/appeals"] = [200, { appeals: [appeal], asOf: cstText("2026-03-03T10:00") }];
    answers["POST /api/appeals/bk_00000001"] = [409, refusal("appeal_decided")];
    render(<AppealsPage />);
    fireEvent.click(await screen.findByRole("button", { name: "还是算：王姐" }));
    expect((await screen.findByRole("alert")).textContent).toContain("已经有人处理了");
    expect(sent("POST /api/appeals/bk_00000001")).toEqual([{ decision: "refused", reply: null }]);
  });
});

describe("a timetable as a file", () => {
  const answer = { created: 2, updated: 1, unchanged: 0, warnings: [], ignoredColumns: ["备注2"] };
  const dryRun = "POST /api/courses/import?dryRun=true";
  const realRun = "POST /api/courses/import?dryRun=false";

  /** Picks a file as the browser's own window would. */
  function pick(name: string): void {
    const create = document.createElement.bind(document);
    vi.spyOn(document, "createElement").mockImplementation((tag: string) => {
      const element = create(tag);
      if (tag === "input") {
        Object.defineProperty(element, "files", { value: [new File(["课程名称"], name)] });
        element.click = () => void element.dispatchEvent(new Event("change"));
      }
      return element;
    });
  }
  beforeEach(() => {
    answers["GET /api/courses"] = [200, { courses: [], nextCursor: null }];
  });
  afterEach(() => {
    vi.mocked(document.createElement).mockRestore();
  });

  it("says what would happen before anything does", async () => {
    answers[dryRun] = [200, answer];
    answers[realRun] = [200, answer];
    render(<CoursesPage />);
    pick("秋季.xlsx");
    fireEvent.click(await screen.findByRole("button", { name: "导入课表" }));
    expect(await screen.findByText("「秋季.xlsx」可以导入")).toBeTruthy();
    expect(screen.getByText("新加 2 门，改 1 门，不变 0 门。没用到的列：备注2。")).toBeTruthy();
    expect(sent(realRun)).toHaveLength(0);
    fireEvent.click(button("导入"));
    expect(await screen.findByText("✓ 导入好了")).toBeTruthy();
    expect(sent(realRun)).toHaveLength(1);
  });

  it("says where in the table what is wrong", async () => {
    const error = {
      ...refusal("import_rejected").error,
      fields: [{ path: "row 3 / 名额", message: "「二十」要是一个数" }],
    };
    answers[dryRun] = [422, { error }];
    render(<CoursesPage />);
    pick("秋季.csv");
    fireEvent.click(await screen.findByRole("button", { name: "导入课表" }));
    expect(await screen.findByText("第 3 行 名额：「二十」要是一个数")).toBeTruthy();
    expect(screen.queryByRole("button", { name: "导入" })).toBeNull();
  });

  it("hands out who came, for the days that are asked for", async () => {
    const saved: string[] = [];
    answers["GET /api/classes/attendance?from=2026-02-01&to=2026-03-03"] = [200, new ArrayBuffer(8)];
    vi.spyOn(URL, "createObjectURL").mockReturnValue("blob:table");
    vi.spyOn(URL, "revokeObjectURL").mockReturnValue();
    const create = document.createElement.bind(document);
    vi.spyOn(document, "createElement").mockImplementation((tag: string) => {
      const element = create(tag);
      if (element instanceof HTMLAnchorElement) element.click = () => void saved.push(element.download);
      return element;
    });
    render(<CoursesPage />);
    fireEvent.click(await screen.findByRole("button", { name: "导出签到表" }));
    fill("从哪天", "2026-02-01");
    fireEvent.click(button("导出签到表"));
    await waitFor(() => expect(saved).toEqual(["签到表 2026-02-01 到 2026-03-03.xlsx"]));
  });
});
