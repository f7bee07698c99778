import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { forgetSignIn, keepSignIn } from "../../../../miniapp/src/features/people/sign-in.js";
import { OfficerLinks } from "../../../../miniapp/src/features/stations/station/officer-links.js";
import AuditPage from "../../../../miniapp/src/union/audit/index.js";
import type { AuditLine, AuditList } from "../../../../shared/audit/audit-answer.js";
import { whatWords, whoWords } from "../../../../shared/audit/audit-words.js";
import { changeLines } from "../../../../shared/audit/change-words.js";
import { whenWords } from "../../../../shared/audit/when-words.js";
import { cst, cstText, givenDetail, givenHours, reply } from "../../support/given.js";
import { givenSignedIn, refusal } from "../../support/given-sign-in.js";
import Taro, { newPhone, openedWith } from "../../support/taro.js";

const NOW = cst("2026-03-03T10:00");

beforeEach(() => {
  cleanup();
  newPhone();
  openedWith({});
  forgetSignIn();
  Taro.request.mockReset();
});

const givenLine = (changed: Partial<AuditLine> = {}): AuditLine => ({
  at: cstText("2026-03-03T09:00"),
  author: { userId: "us_given0001", role: "officer", way: "page" },
  authorName: "王工",
  action: "station:change",
  subject: { type: "station", id: "st_given" },
  subjectName: "丽景街驿站",
  districtCode: "640104",
  from: { landmark: null },
  to: { landmark: "农行旁边" },
  ...changed,
});
const serve = (...pages: Partial<AuditList>[]) => {
  for (const page of pages) Taro.request.mockResolvedValueOnce(reply(200, { entries: [], nextCursor: null, ...page }));
};
const lastQuery = () => Taro.request.mock.calls.at(-1)?.[0].data;

describe("the record", () => {
  it("says who did what, when, and from what to what", async () => {
    serve({ entries: [givenLine()] });
    render(<AuditPage />);
    await screen.findByText("改了驿站资料：丽景街驿站");
    expect(screen.getByText("怎么找：空着 → 农行旁边")).toBeTruthy();
    expect(screen.getByText(/3月3日 09:00 · 工会干部王工$/)).toBeTruthy();
  });

  it("shows one station's, and all again", async () => {
    serve({ entries: [givenLine()] }, { entries: [givenLine()] }, { entries: [givenLine()] });
    render(<AuditPage />);
    fireEvent.click(await screen.findByRole("button", { name: "只看这个站：丽景街驿站" }));
    await screen.findByText("丽景街驿站的操作记录");
    expect(lastQuery()).toEqual({ stationId: "st_given" });
    expect(screen.queryByRole("button", { name: "只看这个站：丽景街驿站" })).toBeNull();
    fireEvent.click(screen.getByRole("button", { name: "看所有驿站的" }));
    await screen.findByText("操作记录，新的在前");
    expect(lastQuery()).toEqual({});
  });

  it("opens on the station it was opened for, and goes on where the page before ended", async () => {
    openedWith({ id: "st_given", name: encodeURIComponent("丽景街驿站") });
    serve({ entries: [givenLine()], nextCursor: "1-0" }, { entries: [givenLine({ action: "station:create" })] });
    render(<AuditPage />);
    fireEvent.click(await screen.findByRole("button", { name: "看更早的" }));
    await screen.findByText("新建了驿站：丽景街驿站");
    expect(lastQuery()).toEqual({ stationId: "st_given", cursor: "1-0" });
    expect(screen.getByText("改了驿站资料：丽景街驿站")).toBeTruthy();
    expect(screen.queryByRole("button", { name: "看更早的" })).toBeNull();
  });

  it("keeps what it shows when the next page cannot be had", async () => {
    serve({ entries: [givenLine()], nextCursor: "1-0" });
    render(<AuditPage />);
    Taro.request.mockRejectedValueOnce({ errMsg: "request:fail" });
    fireEvent.click(await screen.findByRole("button", { name: "看更早的" }));
    serve({ entries: [givenLine({ action: "station:create" })] });
    fireEvent.click(await screen.findByRole("button", { name: "再找一次" }));
    await screen.findByText("新建了驿站：丽景街驿站");
    expect(screen.getByText("改了驿站资料：丽景街驿站")).toBeTruthy();
  });

  it("says so when nothing was done yet, and not while older pages may hold something", async () => {
    serve({});
    render(<AuditPage />);
    await screen.findByText("还没有操作记录");
    cleanup();
    serve({ nextCursor: "1-0" });
    render(<AuditPage />);
    await screen.findByRole("button", { name: "看更早的" });
    expect(screen.queryByText("还没有操作记录")).toBeNull();
  });

  it("shows anybody else the way to sign in", async () => {
    Taro.request.mockResolvedValue(reply(403, refusal("not_allowed")));
    render(<AuditPage />);
    await screen.findByRole("button", { name: "用手机微信登录" });
  });
});

describe("the way there from a station", () => {
  const links = () => screen.queryByRole("button", { name: "谁改过什么" });
  const officer = (...reach: string[]) => {
    const signedIn = givenSignedIn("t1", "officer");
    keepSignIn({ ...signedIn, user: { ...signedIn.user, reach } });
  };

  it("is for officers who answer for the station, and nobody else", async () => {
    render(<OfficerLinks station={givenDetail()} onWithdrawn={() => undefined} />);
    expect(links()).toBeNull();
    officer("41");
    await waitFor(() => expect(links()).toBeNull());
    officer("6401");
    fireEvent.click(await screen.findByRole("button", { name: "谁改过什么" }));
    expect(Taro.navigateTo).toHaveBeenCalledWith({
      url: `/union/audit/index?id=st_given&name=${encodeURIComponent("丽景街驿站")}`,
    });
  });
});

describe("its words", () => {
  it.each([
    [{ author: { userId: "us_a", role: "officer", way: "page" }, authorName: "王工" }, "工会干部王工"],
    [{ author: { userId: "us_a", role: "keeper", way: "page" }, authorName: null }, "一位站长"],
    [{ author: { userId: "us_a", role: "worker", way: "page" }, authorName: null }, "一位职工"],
    [{ author: { userId: null, role: null, way: "page" }, authorName: null }, "路过的人"],
    [{ author: { userId: null, role: null, way: "job" }, authorName: null }, "定时任务"],
    [{ author: { userId: null, role: null, way: "command" }, authorName: null }, "服务器上的命令"],
  ] as const)("%j is %s", (line, words) => expect(whoWords(line)).toBe(words));

  it("writes the year where it is another", () => {
    expect(whenWords(cst("2026-03-01T08:05"), NOW)).toBe("3月1日 08:05");
    expect(whenWords(cst("2025-12-31T23:59"), NOW)).toBe("2025年12月31日 23:59");
  });

  it("has words for what it does not know", () => {
    expect(whatWords({ action: "wish:juggle", subject: { type: "wish", id: "ws_1" } })).toBe("改动了一个心愿");
  });

  const lines = (from: object, to: object, action = "station:change") =>
    changeLines({ action, from: { ...from }, to: { ...to } }, NOW).map((line) =>
      line.from === null ? `${line.label}：${line.to}` : `${line.label}：${line.from} → ${line.to}`,
    );
  const amenity = (state: string, note: string | null = null) => ({
    state,
    note,
    since: 0,
    confirmedAt: 0,
    expiresOn: null,
  });

  it.each([
    [{}, { name: "满春驿站" }, ["名称：满春驿站"]],
    [{ phone: "0951-1" }, { phone: null }, ["电话：0951-1 → 空着"]],
    [
      { closure: null },
      { closure: { from: 0, until: cst("2026-03-03T15:00"), reason: "停电" } },
      ["临时关门：没关 → 关到3月3日 15:00，停电"],
    ],
    [{ closure: { from: 0, until: null, reason: null } }, { closure: null }, ["临时关门：关着，等人再开 → 没关"]],
    [
      { amenities: { microwave: amenity("working"), wifi: amenity("working") } },
      { amenities: { microwave: amenity("broken", "不热"), wifi: amenity("working") } },
      ["微波炉：好的 → 坏了，不热"],
    ],
    [
      { amenities: {} },
      { amenities: { aed: { ...amenity("working"), expiresOn: "2027-01-01" } } },
      ["AED 除颤器：不知道 → 好的，2027-01-01 到期"],
    ],
    [
      { hours: givenHours() },
      { hours: givenHours({ week: Array.from({ length: 7 }, () => [{ opens: 480, closes: 1_200 }]) }) },
      ["开放时间：每天 8:30–22:30 → 每天 8:00–20:00"],
    ],
    [{ hours: givenHours() }, { hours: givenHours({ holidays: "as_week" }) }, ["开放时间：改了个别日子的时间"]],
    [{ withdrawnAt: null }, { withdrawnAt: 1 }, ["用不用：在用 → 撤下了"]],
    [{ verified: { open: 1 }, confirmedBy: null }, { verified: { open: 2 }, confirmedBy: "keeper" }, []],
    [
      { roles: ["worker"], reach: [] },
      { roles: ["worker", "officer"], reach: ["64"] },
      ["身份：职工 → 职工、工会干部", "管哪里：没有 → 64"],
    ],
    [
      { state: "new" },
      { state: "resolved", done: "换了灯" },
      ["进展：新的 → 说好了，等对方看", "怎么处理的：空着 → 换了灯"],
    ],
    [
      { state: "approved", version: 1 },
      { state: "claimed", version: 2, unit: "丽景街工会" },
      ["进展：待认领 → 办理中", "谁来办：空着 → 丽景街工会"],
    ],
    [{ location: { latitude: 1 } }, { location: { latitude: 2 } }, ["别的：还有别的改动"]],
    [{ name: "长".repeat(100) }, { name: "短" }, [`名称：${"长".repeat(60)}… → 短`]],
  ])("%j → %j", (from, to, words) => expect(lines(from, to)).toEqual(words));

  it("does not take the kind of a task for that of a station", () => {
    expect(lines({}, { stationId: "st_1", kind: "door_closed", amenity: null }, "task:create")).toEqual([]);
  });
});
