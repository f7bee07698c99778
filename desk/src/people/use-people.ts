import { useQuery } from "@tanstack/react-query";
import type { RoleHolder } from "../../../shared/people/invitation";
import { callApi } from "../http/api";

export const PEOPLE_KEY = ["people"] as const;
const NOBODY: RoleHolder[] = [];

/** Everybody who holds a role within the reach, by name. */
export function usePeople() {
  const query = useQuery({
    queryKey: PEOPLE_KEY,
    queryFn: async () => {
      const people: RoleHolder[] = [];
      let cursor: string | null = null;
      do {
        const page: { people: RoleHolder[]; nextCursor: string | null } = await callApi(
          "GET /people",
          cursor === null ? {} : { cursor },
        );
        people.push(...page.people);
        cursor = page.nextCursor;
      } while (cursor !== null);
      return people.sort((a, b) => a.name.localeCompare(b.name, "zh"));
    },
  });
  return { people: query.data ?? NOBODY, ...query };
}
