import type { CheckRound } from "../../shared/checks/check.js";
import { officerReaches } from "../../shared/people/roles.js";
import type { User } from "../../shared/people/user.js";
import type { Dependencies } from "../dependencies.js";

const MOST_ROUNDS = 100;

/** The samples within an officer's reach, at most a hundred, each with how many of its doors were checked. */
export async function listRounds(deps: Dependencies, user: User): Promise<{ round: CheckRound; done: number }[]> {
  const rounds = (await deps.checks.rounds()).filter(({ area }) => officerReaches(user, area)).slice(0, MOST_ROUNDS);
  return Promise.all(rounds.map(async (round) => ({ round, done: (await deps.checks.done(round.id)).size })));
}
