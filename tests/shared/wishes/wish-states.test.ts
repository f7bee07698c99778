import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  CLOSED_WISH_STATES,
  EDITABLE_WISH_STATES,
  judgeWishMove,
  possibleWishMoves,
  stateAfterEdit,
  WISH_LAPSES,
  WISH_MOVE_NAMES,
  WISH_MOVES,
  WISH_PARTIES,
  WISH_STATES,
  type WishMove,
  type WishState,
} from "../../../shared/wishes/wish-states.js";

const at = (state: WishState) => ({ state, wasDisputed: false, isRated: false });

/** Written down apart from the table: from where each move succeeds, and where it leads. */
const EXPECTED: Record<WishMove, [WishState[], WishState]> = {
  approve: [["submitted"], "approved"],
  reject: [["submitted", "need_info"], "rejected"],
  ask: [["submitted"], "need_info"],
  answer: [["need_info"], "submitted"],
  merge: [["submitted", "need_info", "approved"], "merged"],
  refer: [["submitted", "need_info", "approved"], "referred"],
  claim: [["approved"], "claimed"],
  release: [["claimed"], "approved"],
  ready: [["claimed"], "ready"],
  deliver: [["ready"], "delivered"],
  confirm: [["delivered"], "fulfilled"],
  dispute: [["delivered"], "claimed"],
  rate: [["fulfilled"], "fulfilled"],
  withdraw: [["submitted", "need_info", "approved", "claimed"], "withdrawn"],
  unfulfillable: [["approved", "claimed", "ready"], "unfulfillable"],
};

describe("the moves of a wish", () => {
  it.each(WISH_MOVE_NAMES.flatMap((move) => WISH_STATES.map((state) => [move, state] as const)))(
    "%s from %s",
    (move, state) => {
      const [from, to] = EXPECTED[move];
      const verdict = judgeWishMove(at(state), move, WISH_PARTIES);
      expect(verdict).toBe(from.includes(state) ? "possible" : "refused");
      expect(WISH_MOVES[move].to).toBe(to);
    },
  );

  it.each(WISH_MOVE_NAMES)("%s is refused to whoever is nobody to the wish", (move) => {
    for (const state of WISH_STATES) expect(judgeWishMove(at(state), move, [])).toBe("not_allowed");
  });

  it("leave a closed wish nothing but its rating", () => {
    for (const state of CLOSED_WISH_STATES) {
      const moves = possibleWishMoves(at(state), WISH_PARTIES);
      expect(moves).toEqual(state === "fulfilled" ? ["rate"] : []);
    }
  });

  it("let a worker dispute once, and rate once", () => {
    expect(judgeWishMove({ ...at("delivered"), wasDisputed: true }, "dispute", ["worker"])).toBe("refused");
    expect(judgeWishMove({ ...at("fulfilled"), isRated: true }, "rate", ["worker"])).toBe("refused");
  });

  it("leave what becomes of a claimed wish to its handler", () => {
    expect(judgeWishMove(at("claimed"), "unfulfillable", ["officer"])).toBe("not_allowed");
    expect(judgeWishMove(at("claimed"), "unfulfillable", ["officer", "handler"])).toBe("possible");
    for (const state of ["approved", "ready"] as const) {
      expect(judgeWishMove(at(state), "unfulfillable", ["officer"])).toBe("possible");
    }
    expect(judgeWishMove(at("claimed"), "release", ["officer"])).toBe("not_allowed");
  });

  it("name the state, not the person, where nobody is the handler yet", () => {
    expect(judgeWishMove(at("approved"), "ready", ["officer"])).toBe("refused");
    expect(judgeWishMove(at("ready"), "deliver", ["officer"])).toBe("not_allowed");
  });

  it("let nobody but the worker say that it arrived", () => {
    for (const party of WISH_PARTIES) {
      expect(judgeWishMove(at("delivered"), "confirm", [party])).toBe(party === "worker" ? "possible" : "not_allowed");
    }
  });

  it("come by themselves where a promise, an answer or a word of thanks is waited for too long", () => {
    expect(WISH_LAPSES).toEqual({
      need_info: { name: "unanswered", to: "withdrawn" },
      claimed: { name: "lapse", to: "approved" },
      delivered: { name: "auto-confirm", to: "fulfilled" },
    });
  });

  it("follow a change of words by a new look, and nothing else does", () => {
    for (const state of EDITABLE_WISH_STATES) {
      expect([stateAfterEdit(state, true), stateAfterEdit(state, false)]).toEqual(["submitted", state]);
    }
    expect(EDITABLE_WISH_STATES).toEqual(["submitted", "need_info", "approved"]);
  });

  it("reach every state from the first", () => {
    const reached = new Set<WishState>(["submitted"]);
    for (let size = 0; size !== reached.size; ) {
      size = reached.size;
      for (const move of WISH_MOVE_NAMES) {
        const { from, to } = WISH_MOVES[move];
        if (from.some((state) => reached.has(state))) reached.add(to);
      }
    }
    expect([...reached].sort()).toEqual([...WISH_STATES].sort());
  });
});

/** The table as the documentation prints it. */
function printedTable(): string {
  const rows = WISH_MOVE_NAMES.map((move) => {
    const { by, from, to, needs } = WISH_MOVES[move];
    return `| \`${move}\` | ${by.join(", ")} | ${from.join(", ")} | ${to} | ${needs.join(", ")} |`;
  });
  const lapses = Object.entries(WISH_LAPSES).map(
    ([from, { name, to }]) => `| *${name}* | by itself | ${from} | ${to} | its time is over |`,
  );
  return ["| move | who | from | to | needs |", "|---|---|---|---|---|", ...rows, ...lapses].join("\n");
}

describe("docs/wishes.md", () => {
  it("prints the table as it is", () => {
    expect(readFileSync("docs/wishes.md", "utf8")).toContain(printedTable());
  });
});
