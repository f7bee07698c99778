import { describe, expect, it } from "vitest";
import { composeLists, type DistrictParts } from "../../../shared/public-lists/compose-lists.js";

type Missing = DistrictParts["missing"][number];

function given(parts: Partial<DistrictParts> = {}): DistrictParts {
  return {
    key: "640104",
    name: "兴庆区",
    facts: new Map(),
    stations: 0,
    wishes: new Map(),
    cards: [],
    missing: [],
    wanted: new Map(),
    opened: [],
    courses: [],
    ...parts,
  };
}

function missing(people: number, state: Missing["state"] = "asked"): Missing {
  return {
    id: `ms_given${people}aaaa`,
    need: "toilet",
    needs: "卫生间",
    state,
    why: state === "asked" ? null : "明年三月",
    people,
    askedAt: "2026-11-01T00:00:00Z",
    answeredAt: null,
    nearest: null,
  };
}

describe("the three lists", () => {
  it("add the stations of several districts up", () => {
    const one = given({
      stations: 3,
      facts: new Map([
        ["kit:microwave", 2],
        ["broken:microwave", 1],
        ["hours:late", 1],
      ]),
    });
    const other = given({
      stations: 2,
      facts: new Map([
        ["kit:microwave", 1],
        ["service:legal_aid", 2],
      ]),
    });
    const { there, offered } = composeLists([one, other]);
    expect(there).toEqual({
      stations: 5,
      hours: [{ fact: "hours:late", label: "晚上 9 点还开着", stations: 1 }],
      kit: [{ fact: "kit:microwave", label: "微波炉", stations: 3, broken: 1 }],
    });
    expect(offered.services).toEqual([{ fact: "service:legal_aid", label: "法律咨询", stations: 2 }]);
  });

  it("name a place that ten people miss or that is answered, and count people from ten on", () => {
    const { asked } = composeLists([given({ missing: [missing(12), missing(3, "planned"), missing(4)] })]);
    expect(asked.missing.map(({ people, state }) => ({ people, state }))).toEqual([
      { people: 12, state: "asked" },
      { people: null, state: "planned" },
    ]);
    expect(asked.otherMissing).toBeNull();
  });

  it("tell other places together from ten people on, in a district or over several", () => {
    expect(composeLists([given({ missing: [missing(6), missing(5)] })]).asked.otherMissing).toEqual({
      places: 2,
      people: 11,
    });
    const apart = [given({ missing: [missing(6)] }), given({ missing: [missing(5)] })];
    expect(composeLists(apart).asked.otherMissing).toEqual({ places: 2, people: 11 });
    // Less those of the first district, the number of all would say what the second left out.
    const uneven = [given({ missing: [missing(6), missing(5)] }), given({ missing: [missing(4)] })];
    expect(composeLists(uneven).asked.otherMissing).toEqual({ places: 2, people: 11 });
  });

  it("say that wishes were left out", () => {
    const people = new Set(["a", "b"]);
    const { asked } = composeLists([given({ wishes: new Map([["health", { count: 2, people }]]) })]);
    expect(asked).toMatchObject({ wishes: [], hasFewer: true });
  });

  it("count who wants to learn from ten people on, and name what came of it without a smaller number", () => {
    const people = (n: number) => new Set(Array.from({ length: n }, (_, at) => `who ${at}`));
    const wanted = new Map([
      ["cooking", { count: 11, people: people(11) }],
      ["yoga", { count: 2, people: people(2) }],
    ] as const);
    const course = { courseId: "co_a", openedOn: "2026-11-01" };
    const opened = [
      { ...course, subject: "haircut" as const, label: "理发", people: 3 },
      { ...course, subject: "dance" as const, label: "舞蹈", people: 10 },
    ];
    expect(composeLists([given({ wanted, opened })]).asked.wanted).toEqual({
      rows: [{ subject: "cooking", label: "做饭面点", people: 11 }],
      hasFewer: true,
      opened: [
        { ...course, subject: "haircut", label: "理发", people: null },
        { ...course, subject: "dance", label: "舞蹈", people: 10 },
      ],
    });
  });

  it("put the newest cards first", () => {
    const card = { category: "health" as const, card: "一", stationName: "甲站", isDemo: false };
    const older = given({ cards: [{ ...card, fulfilledOn: "2026-10-01" }] });
    const newer = given({ cards: [{ ...card, card: "二", fulfilledOn: "2026-11-01" }] });
    expect(composeLists([older, newer]).asked.cards.map((one) => one.card)).toEqual(["二", "一"]);
  });
});
