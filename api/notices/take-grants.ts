import type { GrantInput, GrantsLeft } from "../../shared/messages/grants.js";
import { COUNTED_KINDS, type CountedKind } from "../../shared/messages/message-kind.js";
import type { UserId } from "../../shared/people/user.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";

type Needs = Pick<
  Dependencies,
  "grants" | "followers" | "reports" | "messageTemplates" | "fingerprints" | "clock" | "wechat"
>;

/** The templates of counted kinds, as far as they are set up. */
export function countedTemplates({
  messageTemplates,
  wechat,
}: Pick<Dependencies, "messageTemplates" | "wechat">): { kind: CountedKind; template: string }[] {
  if (wechat === null) return [];
  return COUNTED_KINDS.flatMap((kind) => {
    const template = messageTemplates[kind]?.id;
    return template === undefined ? [] : [{ kind, template }];
  });
}

/**
 * Counts what a person said yes to. Templates that are none of ours, and such of kinds that are not counted, count for
 * nothing.
 *
 * @throws ApiError not_found for a report that is not this person's
 */
export async function takeGrants(deps: Needs, userId: UserId, input: GrantInput): Promise<GrantsLeft> {
  const { grants, followers, reports, fingerprints, clock } = deps;
  const known = new Set(countedTemplates(deps).map(({ template }) => template));
  const ours = (ids: readonly string[]) => [...new Set(ids)].filter((id) => known.has(id));
  const { reportId } = input;
  if (reportId !== undefined && !(await reports.isOwn(fingerprints.ofReporter(userId), reportId, clock()))) {
    throw new ApiError("not_found");
  }
  await grants.end(userId, ours(input.refused));
  await grants.add(userId, ours(input.accepted));
  if (reportId !== undefined && input.accepted.some((id) => known.has(id))) await followers.follow(reportId, userId);
  return grantsLeft(deps, userId);
}

/** How many messages of each kind may still be sent to a person. */
export async function grantsLeft(
  deps: Pick<Needs, "grants" | "messageTemplates" | "wechat">,
  userId: UserId,
): Promise<GrantsLeft> {
  const counted = countedTemplates(deps);
  const left = await deps.grants.left(
    userId,
    counted.map(({ template }) => template),
  );
  return Object.fromEntries(counted.map(({ kind }, at) => [kind, left[at] ?? 0]));
}
