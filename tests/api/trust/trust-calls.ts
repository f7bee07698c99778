import { connectWechat } from "../../../api/wiring/connect-wechat.js";
import type { StationDetail } from "../../../shared/stations/station-answer.js";
import type { MyReports, ReportAnswer, TaskList } from "../../../shared/trust/report-answer.js";
import type { CallOptions, TestApp } from "../../support/test-app.js";
import { startWechatStandIn, type WechatStandIn } from "../../support/wechat-stand-in.js";

export const SHUT = { kind: "door_closed", atDoor: true };

/** A phone of its own behind an address of its own. */
export const phone = (number: number): Record<string, string> => ({
  "x-device-id": `a-random-device-${number}`,
  "x-forwarded-for": `10.0.0.${number}`,
});

/** The same in WeChat, signed out: a code of `wx.login`, good once, vouches for a person of their own. */
export const inWechat = (wechat: WechatStandIn, number: number): Record<string, string> => ({
  ...phone(number),
  "x-wechat-code": wechat.codeOf(`person-${number}`),
});

/** Has the app ask a stand-in who people in WeChat are. */
export async function withWechat(test: TestApp): Promise<WechatStandIn> {
  const wechat = await startWechatStandIn();
  test.deps.wechat = connectWechat(wechat.account, test.connection.redis, () => undefined);
  return wechat;
}

/** What the tests of reports and tasks ask of the app again and again. */
export function trustCalls(app: () => TestApp) {
  return {
    report: (from: CallOptions, json: object = SHUT, id = "st_one") =>
      app().call<ReportAnswer>("POST", `/api/stations/${id}/reports`, { ...from, json }),
    station: async () => (await app().call<StationDetail>("GET", "/api/stations/st_one")).body,
    /** The token of the demo's keeper, who now keeps this station. */
    keeperOf: async (id: string) => {
      const token = await app().signIn("keeper");
      const userId = (await app().deps.tokens.verify(token))?.userId ?? "";
      const user = await app().deps.users.find(userId);
      if (user === null) throw new Error("the keeper is missing");
      await app().deps.users.put({ ...user, stationIds: [id] });
      return token;
    },
    tasks: async (token: string, query = "") =>
      (await app().call<TaskList>("GET", `/api/tasks${query}`, { token })).body.tasks,
    mine: async (from: CallOptions) => (await app().call<MyReports>("GET", "/api/reports/mine", from)).body.reports,
    /** The actions of the record of a task or a station, newest first. */
    recordOf: async (subject: string | undefined) => {
      const token = await app().signIn("officer");
      const audit = await app().call<{ entries: { action: string }[] }>("GET", `/api/audit?subject=${subject}`, {
        token,
      });
      return audit.body.entries.map(({ action }) => action);
    },
  };
}
