import { beforeEach, describe, expect, it } from "vitest";
import { askHolidays } from "../../../api/holidays/ask-holidays.js";
import { sendMessages } from "../../../api/outbox/send-messages.js";
import { connectWechat } from "../../../api/wiring/connect-wechat.js";
import { beijingDate, beijingDayNumber, HOUR_MS } from "../../../shared/common/time.js";
import type { OwnMessages } from "../../../shared/messages/grants.js";
import type { User } from "../../../shared/people/user.js";
import type { Station } from "../../../shared/stations/station.js";
import { beijing, givenHours, givenStation } from "../../support/given.js";
import { givenKeeper } from "../../support/given-user.js";
import { testApp } from "../../support/test-app.js";
import { startWechatStandIn, type WechatStandIn } from "../../support/wechat-stand-in.js";

const TEMPLATE = "template-question";
const ASKED = "国庆节放假，门开吗？";
const HOLIDAY = ["01", "02", "03", "04", "05", "06", "07"].map((day) => `2026-10-${day}`);

describe("a keeper is told of the roll call", () => {
  const test = testApp("tcp");
  let wechat: WechatStandIn;
  let station: Station;
  let keeper: User;
  beforeEach(async () => {
    at("2026-09-28T09:00");
    wechat = await startWechatStandIn();
    wechat.makeTemplate(TEMPLATE, "thing1", "thing2");
    test.deps.wechat = connectWechat(wechat.account, test.connection.redis, () => undefined);
    test.deps.messageTemplates = { keeper_question: { id: TEMPLATE, fields: { title: "thing1", note: "thing2" } } };
    station = await silentStation();
    keeper = givenKeeper(station.id);
    await reachable(keeper);
    return () => wechat.stop();
  });

  const at = (time: string) => test.setNow(beijing(time));
  async function silentStation(given: Partial<Station> = {}): Promise<Station> {
    const one = givenStation({
      verified: { location: null, services: null, open: beijing("2026-09-27T09:00") },
      ...given,
    });
    await test.store(one);
    return one;
  }
  async function reachable(user: User) {
    await test.deps.users.put(user);
    await test.deps.openIds.put(user.id, `o-${user.id}`);
    wechat.agree(`o-${user.id}`, TEMPLATE, 9);
    for (let one = 0; one < 9; one += 1) await test.deps.grants.add(user.id, [TEMPLATE]);
  }
  const run = async () => {
    await askHolidays(test.deps);
    await sendMessages(test.deps);
  };
  const said = () => wechat.delivered.map(({ data }) => data.thing2?.value);
  const answer = async (id: string, dates: readonly string[]) =>
    test.call("PUT", `/api/stations/${id}/days`, {
      token: await test.signInAs(keeper),
      json: { days: dates.map((date) => ({ date, hours: "usual" })) },
    });
  const ownLines = async () =>
    (await test.call<OwnMessages>("GET", "/api/messages/mine", { token: await test.signInAs(keeper) })).body.lines;

  it("at 10, 7, 3 and 1 day, once each however often the job runs", async () => {
    const told: string[] = [];
    for (let day = 20; day <= 30; day += 1) {
      for (const hour of ["07:30", "08:00", "08:01", "15:00"]) {
        at(`2026-09-${day}T${hour}`);
        // 中秋, from the 25th on, is a question of its own.
        await answer(
          station.id,
          ["2026-09-25", "2026-09-26", "2026-09-27"].filter((date) => date >= `2026-09-${day}`),
        );
        const before = said().length;
        await run();
        told.push(
          ...said()
            .slice(before)
            .map((words) => `${day} ${hour}: ${words}`),
        );
      }
    }
    expect(told).toEqual(["21", "24", "28", "30"].map((day) => `${day} 08:00: ${ASKED}`));
    expect(wechat.delivered.map(({ page }) => page)).toEqual(Array(4).fill(`keeper/station/index?id=${station.id}`));
  });

  it("once, when the run broke off before it was noted as done", async () => {
    await askHolidays(test.deps);
    const { rollCalls } = test.deps;
    test.deps.rollCalls = { ...rollCalls, isDone: async () => false };
    await run();
    await run();
    test.deps.rollCalls = rollCalls;
    expect(said()).toEqual([ASKED]);
  });

  it("not of what they answered meanwhile, and of what is left when they answered for some days", async () => {
    await askHolidays(test.deps);
    await answer(station.id, HOLIDAY);
    await sendMessages(test.deps);
    expect(said()).toEqual([]);
    const other = await silentStation();
    await test.deps.users.put({ ...keeper, stationIds: [other.id] });
    keeper = { ...keeper, stationIds: [other.id] };
    await answer(other.id, HOLIDAY.slice(0, 3));
    at("2026-09-30T09:00");
    await run();
    expect(said()).toEqual([ASKED]);
  });

  it("of no asking that its own reminder has overtaken", async () => {
    await askHolidays(test.deps);
    at("2026-09-30T09:00");
    await run();
    expect(said()).toEqual([ASKED]);
  });

  it("reads the question among what waits, until it is answered; the door most people are sent to comes first", async () => {
    const quiet = station;
    const busy = await silentStation();
    keeper = { ...keeper, stationIds: [quiet.id, busy.id] };
    await test.deps.users.put(keeper);
    const yesterday = beijingDate(beijingDayNumber(beijing("2026-09-28T09:00") - 24 * HOUR_MS));
    const words = "国庆节 10月1日到7日，开吗？";
    const questions = async () =>
      (await ownLines()).filter(({ name }) => name === "question").map((line) => [line.stationId, line.words]);
    for (const [first, second] of [
      [quiet, busy],
      [busy, quiet],
    ] as const) {
      await test.deps.shown.add(yesterday, new Map([[first.id, first === quiet ? 20 : 60]]));
      expect(await questions()).toEqual([
        [first.id, words],
        [second.id, words],
      ]);
    }
    await answer(busy.id, HOLIDAY);
    expect(await questions()).toEqual([[quiet.id, words]]);
    await test.deps.stations.put({
      station: { ...quiet, hours: givenHours({ holidays: "as_week" }), revision: 2 },
      previous: quiet,
      by: { author: { userId: null, role: null, way: "job" }, action: "station:change" },
    });
    expect(await questions()).toEqual([]);
  });
});
