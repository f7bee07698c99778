import { connectWechat } from "../../../api/wiring/connect-wechat.js";
import type { User } from "../../../shared/people/user.js";
import { givenStation } from "../../support/given.js";
import { type CallOptions, type Reply, startTestApp, type TestApp } from "../../support/test-app.js";
import { startWechatStandIn, type WechatStandIn } from "../../support/wechat-stand-in.js";
import type { Access, FeatureAccess, Who } from "./access.js";
import { boardAccess } from "./board.js";
import { bookingsAccess } from "./bookings.js";
import { checksAccess } from "./checks.js";
import { circleAccess } from "./circle.js";
import { coursesAccess } from "./courses.js";
import { documentsAccess } from "./documents.js";
import { givenKeeper } from "./given-keeper.js";
import { groupAccess } from "./groups.js";
import { holidaysAccess } from "./holidays.js";
import { jobsAccess } from "./jobs.js";
import { keepingAccess } from "./keeping.js";
import { longWorkAccess } from "./long-work.js";
import { messagesAccess } from "./messages.js";
import { missingStationsAccess } from "./missing-stations.js";
import { openDataAccess } from "./open-data.js";
import { oversightAccess } from "./oversight.js";
import { packsAccess } from "./packs.js";
import { peopleAccess } from "./people.js";
import { photosAccess } from "./photos.js";
import { publicListsAccess } from "./public-lists.js";
import { stationsAccess } from "./stations.js";
import { trustAccess } from "./trust.js";
import { wantedClassesAccess } from "./wanted-classes.js";
import { wishesAccess } from "./wishes.js";

export const FEATURES: readonly FeatureAccess[] = [
  boardAccess,
  bookingsAccess,
  checksAccess,
  circleAccess,
  coursesAccess,
  documentsAccess,
  groupAccess,
  holidaysAccess,
  jobsAccess,
  keepingAccess,
  longWorkAccess,
  messagesAccess,
  missingStationsAccess,
  openDataAccess,
  oversightAccess,
  packsAccess,
  peopleAccess,
  photosAccess,
  publicListsAccess,
  stationsAccess,
  trustAccess,
  wantedClassesAccess,
  wishesAccess,
];

const station = givenStation({ id: "st_own" });
/** The demo's keepers keep it. */
const kept = givenStation({ id: "st_demo_01" });
const elsewhere = givenStation({ id: "st_elsewhere", district: { code: "410102", text: "中原区" } });

/** Who may do what: one line for every route of the app. A route that no feature has a line for fails the first test. */
export const ACCESS: Record<string, Access> = Object.assign({}, ...FEATURES.map(({ lines }) => lines));
const FRESH: Required<FeatureAccess>["fresh"] = Object.assign({}, ...FEATURES.map(({ fresh }) => fresh));

type Answer = { error?: { code: string; fields?: { path: string }[] } };
export interface AccessRequest {
  path?: string;
  options?: CallOptions;
}

export interface AccessWorld {
  test: TestApp;
  wechat: WechatStandIn;
  tokens: Record<Who, string | undefined>;
  /** Makes a request, to be sent as often as it is called: with the sign-in of its maker, or changed. */
  prepare: (
    route: string,
    who: Who,
    request?: AccessRequest,
  ) => Promise<(changed?: CallOptions) => Promise<Reply<Answer>>>;
  send: (route: string, who: Who, request?: AccessRequest) => Promise<Reply<Answer>>;
  userOf: (token: string | undefined) => Promise<User>;
  /** Signs in once more whoever this token is of. */
  signInAgain: (token: string | undefined) => Promise<{ token: string; end: () => Promise<void> }>;
  stop: () => Promise<void>;
}

/** The whole app, with the stations and people that the requests of the table are about. */
export async function startAccessWorld(): Promise<AccessWorld> {
  const test = await startTestApp();
  test.deps.showsChecks = true;
  const wechat = await startWechatStandIn();
  const tokens: AccessWorld["tokens"] = {
    nobody: undefined,
    worker: undefined,
    viewer: undefined,
    keeper: undefined,
    officer: undefined,
  };
  const userOf: AccessWorld["userOf"] = async (token) => {
    const user = await test.deps.users.find((await test.deps.tokens.verify(token ?? ""))?.userId ?? "");
    if (user === null) throw new Error("nobody is signed in with this token");
    return user;
  };
  // Every route in a moment is more than anybody does in a minute.
  const always = () => true;
  Object.assign(test.deps.rateLimits, {
    allowRead: always,
    allowHeavyWork: always,
    allowClientError: always,
    allowWrite: async () => true,
  });
  for (const who of ["worker", "viewer", "keeper", "officer"] as const) tokens[who] = await test.signIn(who);
  await test.deps.users.put({ ...(await userOf(tokens.officer)), reach: ["6401"] });
  await test.deps.users.put({ ...(await userOf(tokens.viewer)), viewReach: ["6401"] });
  await test.store(station, kept, elsewhere);
  await test.deps.users.put(givenKeeper("us_keeperelsewhere", "st_elsewhere"));
  test.deps.wechat = connectWechat(wechat.account, test.connection.redis, () => undefined);

  const prepare: AccessWorld["prepare"] = async (route, who, request = {}) => {
    const [method = "", pattern = ""] = route.split(" ");
    const access = ACCESS[route];
    let path = request.path ?? access?.path ?? pattern;
    const options = { ...(request.options ?? access?.options) };
    let json = JSON.stringify(options.json);
    for (const [name, make] of Object.entries(FRESH)) {
      if (path.includes(name)) path = path.replace(name, await make({ test, wechat, tokens, who }));
      if (json?.includes(name)) json = json.replace(name, await make({ test, wechat, tokens, who }));
    }
    const token =
      access?.endsSignIn && who !== "nobody" && request.options === undefined
        ? await test.signIn(who, "走了")
        : tokens[who];
    return (changed = {}) =>
      test.call<Answer>(method, path, {
        ...options,
        ...(json === undefined ? {} : { json: JSON.parse(json) }),
        token,
        ...changed,
        headers: { ...options.headers, ...changed.headers },
      });
  };

  return {
    test,
    wechat,
    tokens,
    prepare,
    send: async (route, who, request) => (await prepare(route, who, request))(),
    userOf,
    signInAgain: async (token) => {
      const signIn = { userId: (await userOf(token)).id, signInId: test.deps.newId("si") };
      const living = await test.deps.tokens.sign(await test.deps.signIns.open(signIn, null, test.deps.wallClock()));
      return { token: living, end: () => test.deps.signIns.close(signIn) };
    },
    stop: async () => {
      await wechat.stop();
      await test.stop();
    },
  };
}

/** A status, and the code of a failure: `403 not_allowed`. */
export function outcomeOf({ status, body }: Reply<Answer>): string {
  return `${status} ${body?.error?.code ?? ""}`.trim();
}

/** Whether a route answers for somebody in particular. */
export function dependsOnAsker({ who, asksWho }: Access): boolean {
  return !who.includes("nobody") || asksWho === true;
}
