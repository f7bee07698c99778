import { invite } from "../../../api/people/invite.js";
import { makeSignInCode } from "../../../api/people/sign-in-by-code.js";
import { EVERYBODY, type FeatureAccess, KEEPERS, OFFICERS, SIGNED_IN } from "./access.js";
import { givenKeeper } from "./given-keeper.js";

let signInCode: Awaited<ReturnType<typeof makeSignInCode>> | null = null;

/** Signing in and out, invitations, and who holds which role. */
export const peopleAccess: FeatureAccess = {
  lines: {
    "POST /api/sign-in/demo": {
      who: EVERYBODY,
      options: { json: { as: "worker" } },
      bad: { options: { json: { as: "mayor" } }, field: "as" },
    },
    "POST /api/sign-in/wechat": {
      who: EVERYBODY,
      options: { json: { code: "FRESH_WECHAT_CODE" } },
      bad: { options: { json: { code: "" } }, field: "code" },
    },
    // Open to nobody without a token: that is what it asks for instead of a sign-in.
    "POST /api/sign-in/refresh": { who: SIGNED_IN },
    "POST /api/sign-in/codes": { who: EVERYBODY },
    "POST /api/sign-in/codes/:code/approve": {
      who: SIGNED_IN,
      path: "/api/sign-in/codes/FRESH_SIGN_IN_CODE/approve",
      bad: { path: "/api/sign-in/codes/0/approve", field: "code" },
    },
    "POST /api/sign-in/codes/:code/token": {
      who: EVERYBODY,
      path: "/api/sign-in/codes/FRESH_SIGN_IN_CODE/token",
      options: { json: { secret: "FRESH_SECRET" } },
      bad: { path: "/api/sign-in/codes/ABCDEFGH/token", options: { json: {} }, field: "secret" },
    },
    "POST /api/sign-out": { who: SIGNED_IN, endsSignIn: true },
    "GET /api/me": { who: SIGNED_IN },
    "PUT /api/me": {
      who: SIGNED_IN,
      options: { json: { name: "王师傅" } },
      bad: { options: { json: { name: "" } }, field: "name" },
    },
    "DELETE /api/me": { who: SIGNED_IN, endsSignIn: true },
    "POST /api/invitations": {
      who: KEEPERS,
      options: { json: { role: "keeper", stationIds: ["st_demo_01"] } },
      bad: { options: { json: { role: "keeper", stationIds: [] } }, field: "stationIds" },
      elsewhere: { options: { json: { role: "officer", reach: ["64"] } } },
    },
    "GET /api/invitations": { who: KEEPERS },
    "DELETE /api/invitations/:code": {
      who: KEEPERS,
      path: "/api/invitations/FRESH_DEPUTY_INVITATION",
      bad: { path: "/api/invitations/0", field: "code" },
      // One that they could not have sent is as unknown as one that is not there.
      elsewhere: { path: "/api/invitations/FRESH_DISTANT_INVITATION", answer: "404 invitation_not_found" },
    },
    "GET /api/invitations/:code": {
      who: SIGNED_IN,
      path: "/api/invitations/FRESH_INVITATION",
      bad: { path: "/api/invitations/0", field: "code" },
    },
    "POST /api/invitations/:code/accept": {
      who: SIGNED_IN,
      path: "/api/invitations/FRESH_INVITATION/accept",
      bad: { path: "/api/invitations/0/accept", field: "code" },
    },
    "GET /api/people": { who: OFFICERS, bad: { path: "/api/people?cursor=x", field: "cursor" } },
    "DELETE /api/people/:id/roles/:role": {
      who: OFFICERS,
      path: "/api/people/FRESH_KEEPER/roles/keeper",
      bad: { path: "/api/people/us_keeperhere/roles/worker", field: "role" },
      // Who holds nothing within reach is as unknown as who is not there.
      elsewhere: { path: "/api/people/us_keeperelsewhere/roles/keeper", answer: "404 not_found" },
    },
  },
  fresh: {
    FRESH_WECHAT_CODE: async ({ wechat }) => wechat.codeOf("o-somebody"),
    FRESH_INVITATION: async ({ test }) => (await invite(test.deps, { role: "officer", reach: ["640104"] }, null)).code,
    FRESH_DEPUTY_INVITATION: async ({ test }) =>
      (await invite(test.deps, { role: "keeper", stationIds: ["st_demo_01"] }, null)).code,
    FRESH_DISTANT_INVITATION: async ({ test }) =>
      (await invite(test.deps, { role: "officer", reach: ["41"] }, null)).code,
    FRESH_SIGN_IN_CODE: async ({ test }) => {
      signInCode = await makeSignInCode(test.deps);
      return signInCode.code;
    },
    /** Belongs to the code that was made last. */
    FRESH_SECRET: async () => signInCode?.secret ?? "",
    FRESH_KEEPER: async ({ test }) => {
      await test.deps.users.put(givenKeeper("us_keeperhere", "st_own"));
      return "us_keeperhere";
    },
  },
};
