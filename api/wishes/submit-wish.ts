import { SLIP_CODE_LENGTH } from "../../shared/people/short-code.js";
import type { Station } from "../../shared/stations/station.js";
import { dueIn } from "../../shared/wishes/deadlines.js";
import { isRightsRequest, RIGHTS_ADVICE, RIGHTS_LINE } from "../../shared/wishes/rights-request.js";
import { streetOf } from "../../shared/wishes/street-of.js";
import type { NewWish, Wish, WishContact, WishStepEntry } from "../../shared/wishes/wish.js";
import type { SubmittedWish } from "../../shared/wishes/wish-answer.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import type { Doer } from "../people/doer.js";
import { checkWords } from "../wechat/check-words.js";
import { findSettled } from "./settle-wishes.js";
import { asCurrent, wishAudit } from "./wish-record.js";
import { sealContact, sealWish } from "./wish-secrets.js";

type Needs = Pick<
  Dependencies,
  | "wishes"
  | "stations"
  | "clock"
  | "newId"
  | "newCode"
  | "sealer"
  | "fingerprint"
  | "wishSettings"
  | "contentCheck"
  | "openIds"
>;

/**
 * Takes a wish, by the worker or by somebody who helps them. A matter of rights is led to the unions' line at once, and
 * is not among the open ones; the worker may say that it is a wish all the same.
 *
 * @throws ApiError wish_open when the person has as many open as they may, words_refused, invalid_input
 */
export async function submitWish(deps: Needs, said: NewWish, doer: Doer): Promise<SubmittedWish> {
  const station = await deps.stations.find(said.stationId);
  if (station === null || station.withdrawnAt !== null) {
    throw new ApiError("invalid_input", [{ path: "stationId", message: "没有这个驿站，可能已经撤下，请换一个" }]);
  }
  const isHelped = isForOther(said, doer);
  if (!isHelped) requirePhone(said.contact);
  const isRights = isRightsRequest(said) && !(said.insist && said.category !== "rights");
  const passed = await checkWords(deps, "refuse_risky", { text: said.text, writerId: doer.user.id });
  const slipCode = isHelped ? deps.newCode(SLIP_CODE_LENGTH) : null;
  const wish = newWish(deps, { said, station, doer, isHelped, isRights, passed, slipCode });
  await store(deps, wish, doer);
  return {
    id: wish.id,
    state: wish.state,
    ...(slipCode === null ? {} : { slipCode }),
    ...(isRights ? { referral: { phone: RIGHTS_LINE, advice: RIGHTS_ADVICE } } : {}),
  };
}

/** By what the code on a slip is known; the code itself is kept nowhere. */
export function slipDigest({ fingerprint }: Pick<Dependencies, "fingerprint">, code: string): string {
  return fingerprint(`wish slip ${code}`);
}

/** Who may be reached at all is reached by phone; only somebody who is helped may have none. */
export function requirePhone(contact: WishContact | undefined): void {
  if (contact === undefined || contact.phone !== undefined) return;
  throw new ApiError("invalid_input", [{ path: "contact.phone", message: "留了称呼就要留电话，不然联系不上您" }]);
}

function isForOther({ forOther, contact }: NewWish, { user }: Doer): boolean {
  const isStaff = user.roles.includes("keeper") || user.roles.includes("officer");
  if (forOther === true && !isStaff) throw new ApiError("not_allowed");
  const isHelped = forOther ?? (isStaff && !user.roles.includes("worker") && contact !== undefined);
  if (isHelped && contact === undefined) {
    throw new ApiError("invalid_input", [{ path: "contact", message: "帮别人许愿，要写上那个人的称呼" }]);
  }
  return isHelped;
}

interface Submission {
  said: NewWish;
  station: Station;
  doer: Doer;
  isHelped: boolean;
  isRights: boolean;
  passed: boolean;
  slipCode: string | null;
}

function newWish(deps: Needs, { said, station, doer, isHelped, isRights, passed, slipCode }: Submission): Wish {
  const { sealer, fingerprint, wishSettings } = deps;
  const id = deps.newId("ws");
  const at = deps.clock();
  const state = isRights ? "referred" : "submitted";
  const step: WishStepEntry = {
    step: "submit",
    by: isHelped ? "helper" : "worker",
    userId: doer.user.id,
    at,
    from: null,
    to: state,
    reason: null,
    words: null,
  };
  return {
    schemaVersion: 1,
    id,
    version: 1,
    state,
    category: said.category,
    stationId: station.id,
    districtCode: station.district.code,
    street: streetOf(station.address),
    person: isHelped ? null : doer.user.id,
    helper: isHelped ? doer.user.id : null,
    counted: fingerprint(whoIsCounted(said, doer, isHelped)),
    text: sealWish(sealer, id, "text", said.text),
    contact: said.contact === undefined ? null : sealContact(sealer, id, said.contact),
    isPublic: said.public,
    check: passed ? "passed" : "manual",
    card: null,
    costYuan: null,
    createdAt: at,
    due: dueIn(state, at, wishSettings, null),
    claim: null,
    pickup: null,
    mergedInto: null,
    referredTo: isRights ? RIGHTS_LINE : null,
    wasDisputed: false,
    rating: null,
    closedAt: isRights ? at : null,
    erasedAt: null,
    slip: slipCode === null ? null : slipDigest(deps, slipCode),
    isDemo: doer.author.way === "demo",
    steps: [step],
  };
}

/** An account is one person. Who is helped is known by their phone, or, without one, by their name at the station. */
function whoIsCounted({ contact, stationId }: NewWish, { user }: Doer, isHelped: boolean): string {
  if (!isHelped) return `wish account ${user.id}`;
  return contact?.phone === undefined
    ? `wish person ${stationId} ${contact?.name ?? ""}`
    : `wish phone ${contact.phone.replace(/^\+?86(?=1\d{10}$)/, "")}`;
}

async function store(deps: Needs, wish: Wish, { author }: Doer): Promise<void> {
  const audit = wishAudit({ at: wish.createdAt, author, action: "submit", before: null, after: wish });
  // A matter of rights waits for nobody, so that an open wish does not stand in its way.
  const limit = wish.state === "referred" ? Number.MAX_SAFE_INTEGER : deps.wishSettings.openPerPerson;
  const first = await deps.wishes.submit(wish, limit, audit);
  if (first.state === "stored") return;
  // What is open may have ended by itself since anybody looked.
  const open = await Promise.all(first.ids.map((id) => findSettled(deps, id)));
  if (open.some(({ closedAt }) => closedAt !== null)) {
    if ((await deps.wishes.submit(wish, limit, audit)).state === "stored") return;
  }
  const current = open.find(({ closedAt }) => closedAt === null);
  throw new ApiError("wish_open", undefined, current && asCurrent(current));
}
