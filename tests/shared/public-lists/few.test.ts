import { describe, expect, it } from "vitest";
import { shownCounts, shownTogether, type Tally, tallied } from "../../../shared/public-lists/few.js";

const by = (who: string, count: number): Tally => ({
  count,
  people: new Set(Array.from({ length: count }, (_, n) => `${who} ${n}`)),
});
const place = (counts: Record<string, Tally>) => shownCounts(new Map(Object.entries(counts)));

describe("what few people asked for", () => {
  it("stands by itself from ten people on, and together with others from ten on", () => {
    expect(place({ gloves: by("a", 12), rice: by("b", 6), helmets: by("c", 4) })).toEqual({
      rows: [{ key: "gloves", count: 12 }],
      rest: 10,
      left: null,
    });
  });

  it("is left out where not even together ten people stand behind it", () => {
    const { rows, rest, left } = place({ gloves: by("a", 10), rice: by("b", 6), helmets: by("c", 3) });
    expect({ rows, rest, count: left?.count }).toEqual({ rows: [{ key: "gloves", count: 10 }], rest: null, count: 9 });
  });

  it("counts people, not what they asked for", () => {
    const tallies = new Map<string, { count: number; people: Set<string> }>();
    for (let n = 0; n < 12; n++) tallied(tallies, "gloves", `only nine ${n % 9}`);
    expect(shownCounts(tallies).rows).toEqual([]);
    tallied(tallies, "gloves", "the tenth");
    expect(shownCounts(tallies).rows).toEqual([{ key: "gloves", count: 13 }]);
  });

  it("of several places is the sum of what they show, and says nothing of the one that left something out", () => {
    const all = shownTogether([
      place({ gloves: by("a", 12), rice: by("b", 11) }),
      place({ gloves: by("c", 10), rice: by("d", 4) }),
    ]);
    expect(all.rows).toEqual([
      { key: "gloves", count: 22 },
      { key: "rice", count: 11 },
    ]);
    expect(all.rest).toBeNull();
    expect(all.left?.count).toBe(4);
  });

  it("of several places is told together once ten people stand behind it", () => {
    const all = shownTogether([place({ rice: by("a", 6) }), place({ gloves: by("b", 5) })]);
    expect(all).toEqual({ rows: [], rest: 11, left: null });
  });

  it("of several places adds what each tells together", () => {
    const one = place({ rice: by("a", 6), health: by("b", 6) });
    const other = place({ rice: by("c", 5), gloves: by("d", 8) });
    expect(shownTogether([one, other])).toEqual({ rows: [], rest: 25, left: null });
  });

  it("never lets the numbers of the places be taken from that of all", () => {
    const places = [
      place({ gloves: by("a", 30), rice: by("b", 3) }),
      place({ gloves: by("c", 20), rice: by("d", 15) }),
    ];
    const all = shownTogether(places);
    for (const { key, count } of all.rows) {
      const shown = places.flatMap(({ rows }) => rows).filter((row) => row.key === key);
      expect(shown.reduce((sum, row) => sum + row.count, 0)).toBe(count);
    }
  });
});
