import { useQuery } from "@tanstack/react-query";
import { callApi } from "../http/api";

export const ROUNDS_KEY = "check-rounds";
const LOOK_AGAIN_MS = 60_000;

/** The samples of the officer's reach, and the server's clock when they were read. */
export function useRounds() {
  return useQuery({
    queryKey: [ROUNDS_KEY],
    refetchInterval: LOOK_AGAIN_MS,
    queryFn: () => callApi("GET /checks/rounds", {}),
  });
}
