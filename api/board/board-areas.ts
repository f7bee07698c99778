import type { BoardArea } from "../../shared/board/board-answer.js";
import { boardReach, mayReadBoardOf } from "../../shared/people/roles.js";
import type { User } from "../../shared/people/user.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import { divisionName } from "../divisions/divisions.js";

const CITY_DIGITS = 4;

/** The cities and counties with stations whose board somebody may read, cities first. */
export async function boardAreas({ districts }: Pick<Dependencies, "districts">, user: User): Promise<BoardArea[]> {
  const codes = new Set<string>();
  for (const { code } of await districts.listDistricts()) {
    if (code === null || code.length < CITY_DIGITS) continue;
    codes.add(code.slice(0, CITY_DIGITS)).add(code);
  }
  return [...codes]
    .filter((code) => mayReadBoardOf(user, code))
    .sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
    .map(areaOf);
}

/**
 * What is asked about; without a word the largest that they may read.
 *
 * @throws ApiError not_allowed outside of their reach
 */
export function areaAsked(user: User, asked: string | undefined, areas: readonly BoardArea[]): BoardArea | null {
  if (asked === undefined) return areas.find(({ code }) => boardReach(user).includes(code)) ?? areas[0] ?? null;
  if (!mayReadBoardOf(user, asked)) throw new ApiError("not_allowed");
  return areaOf(asked);
}

function areaOf(code: string): BoardArea {
  return { code, name: divisionName(code) ?? code };
}
