import { expect, it } from "vitest";
import type { ApiMap } from "../../../shared/contract/api-map.js";
import { wishMoveContract } from "../../../shared/contract/wishes.js";

/** What `callApi` of the phone takes. */
function sent<E extends keyof ApiMap>(_endpoint: E, input: ApiMap[E]["input"]): object {
  return input;
}

it("a phone that sends a rejection without a reason does not compile, and the server refuses it", () => {
  const { body, params } = wishMoveContract.rejectWish;
  const right = sent("POST /wishes/:id/reject", { id: "ws_00000001", reason: "not_covered" });
  // @ts-expect-error the reason is missing
  const wrong = sent("POST /wishes/:id/reject", { id: "ws_00000001" });
  const { id, ...given } = right as { id: string };
  expect([params.safeParse({ id }).success, body.safeParse(given).success]).toEqual([true, true]);
  const { id: _, ...lacking } = wrong as { id: string };
  expect(body.safeParse(lacking).success).toBe(false);
});
