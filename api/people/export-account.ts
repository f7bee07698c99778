import { instantText, optionalInstantText } from "../../shared/common/instant.js";
import type { AccountExport } from "../../shared/people/account-export.js";
import type { User } from "../../shared/people/user.js";
import { listOwnBookings } from "../classes/own-bookings.js";
import type { Dependencies } from "../dependencies.js";
import { listOwnReports } from "../trust/list-own-reports.js";
import { listOwnWanted } from "../wanted-classes/want-class.js";
import { listMine } from "../wishes/read-wishes.js";

const MOST_ENTRIES = 500;

/** All that is held about a person, as they may have it (PIPL, article 45). */
export async function exportAccount(deps: Dependencies, user: User): Promise<AccountExport> {
  const [kept, wechatOpenId, { wishes }, bookings, { wanted }, reports, record] = await Promise.all([
    deps.users.find(user.id),
    deps.openIds.find(user.id),
    listMine(deps, user),
    listOwnBookings(deps, user),
    listOwnWanted(deps, user.id),
    listOwnReports(deps, [deps.fingerprints.ofReporter(user.id)]),
    deps.audit.read({ matches: ({ author }) => author.userId === user.id, cursor: null, limit: MOST_ENTRIES }),
  ]);
  const { createdAt, keeperSince, officerSince, viewerSince, ...account } = kept ?? user;
  return {
    asOf: instantText(deps.clock()),
    account: {
      ...account,
      createdAt: instantText(createdAt),
      keeperSince: optionalInstantText(keeperSince ?? null),
      officerSince: optionalInstantText(officerSince ?? null),
      viewerSince: optionalInstantText(viewerSince ?? null),
    },
    wechatOpenId,
    wishes,
    bookings,
    wantedClasses: wanted,
    reports,
    record: record.entries.map((entry) => ({ ...entry, at: instantText(entry.at) })),
  };
}
