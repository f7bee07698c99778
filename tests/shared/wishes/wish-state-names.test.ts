import { expect, it } from "vitest";
import { WISH_STATE_NAMES } from "../../../shared/wishes/wish-state-names.js";
import { WISH_STATES } from "../../../shared/wishes/wish-states.js";

it.each(WISH_STATES)("%s has a name of its own for each reader, and fits into a message", (state) => {
  const { worker, brief, officer } = WISH_STATE_NAMES[state];
  expect([...brief].length).toBeLessThanOrEqual(5);
  for (const other of WISH_STATES.filter((one) => one !== state)) {
    const names = WISH_STATE_NAMES[other];
    expect([names.worker, names.brief, names.officer]).not.toEqual([worker, brief, officer]);
    expect(names.officer).not.toBe(officer);
    expect(names.worker).not.toBe(worker);
  }
});
