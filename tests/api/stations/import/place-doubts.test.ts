import { describe, expect, it } from "vitest";
import { copiedPoints, type DistrictPlace, doubtPlaces } from "../../../../api/stations/import/place-doubts.js";

const METRES_A_DEGREE = 111_195;

/** A station some kilometres north of a point in central China. */
const place = (text: string, northKm: number, code: string | null = null): DistrictPlace => ({
  district: { code, text },
  location: { latitude: 34 + (northKm * 1_000) / METRES_A_DEGREE, longitude: 113 },
});
const zhongyuan = (northKm: number) => place("中原区", northKm, "410102");
const xinzheng = (northKm: number) => place("新郑市", northKm, "410184");
const zone = (northKm: number) => place("高新区", northKm, "4101");
const kinds = (places: DistrictPlace[], known: DistrictPlace[] = []) =>
  doubtPlaces(places, known).map((doubt) => doubt?.kind ?? null);

describe("a station whose point lies among another district's", () => {
  it("is doubted, with both distances", () => {
    const lost = xinzheng(0.3);
    expect(doubtPlaces([zhongyuan(0), lost, zhongyuan(0.5), xinzheng(32)], [])).toEqual([
      null,
      {
        kind: "other_district",
        other: "中原区",
        metres: expect.closeTo(300, -1),
        ownMetres: expect.closeTo(31_700, -2),
      },
      null,
      null,
    ]);
  });

  it("is doubted by what is stored, and where none of its own district is known", () => {
    expect(kinds([xinzheng(0.3)], [zhongyuan(0), zhongyuan(0.5)])).toEqual(["other_district"]);
    expect(kinds([xinzheng(0.3)], [zhongyuan(0), zhongyuan(0.5), xinzheng(32)])).toEqual(["other_district"]);
  });

  it.each<[string, DistrictPlace[], DistrictPlace[]]>([
    [
      "near one of its own, at the edge of its district",
      [xinzheng(0.3), xinzheng(2.2)],
      [zhongyuan(0), zhongyuan(0.5)],
    ],
    ["beside a single one of another, which may be the wrong one", [xinzheng(0.3), xinzheng(32)], [zhongyuan(0)]],
    ["about as far from its own as from the others", [xinzheng(3), xinzheng(8)], [zhongyuan(0), zhongyuan(0.5)]],
    ["without any of its own, and not amid the others", [xinzheng(3)], [zhongyuan(0), zhongyuan(0.5)]],
    ["alone", [xinzheng(0)], []],
  ])("is not doubted %s", (_, places, known) => {
    expect(kinds(places, known).every((kind) => kind === null)).toBe(true);
  });

  it("is doubted across a zone and the county it lies in only when it is far off", () => {
    const around = [zhongyuan(0), zhongyuan(0.5)];
    expect(kinds([zone(0.3), zone(8)], around)).toEqual([null, null]);
    expect(kinds([zone(0.3)], around)).toEqual([null]);
    expect(kinds([zone(0.3), zone(15)], around)).toEqual(["other_district", null]);
  });

  it("is doubted where it is hundreds of kilometres from all others", () => {
    expect(kinds([zhongyuan(0), zhongyuan(1), zhongyuan(900)])).toEqual([null, null, "far_away"]);
  });
});

describe("coordinates that look copied", () => {
  const listed = (...points: [longitude: number, latitude: number, address?: string][]) =>
    points.map(([longitude, latitude, address], at) => ({
      row: at + 2,
      address: address ?? `东湖路 ${at} 号`,
      point: { latitude, longitude },
    }));

  it("are many rows of different addresses on one point", () => {
    const rows = listed([116.203, 29.272], [116.206, 29.274], [116.203, 29.272], [116.203, 29.272]);
    expect(copiedPoints(rows)).toEqual([{ kind: "same_point", value: "116.203,29.272", rows: [2, 4, 5] }]);
  });

  it("are rows one after another that share one coordinate", () => {
    const rows = listed([116.1, 29.1], [116.203, 29.272], [116.204, 29.272], [116.205, 29.272], [116.2, 29.3]);
    expect(copiedPoints(rows)).toEqual([{ kind: "same_line", value: "29.272", rows: [3, 4, 5] }]);
    expect(copiedPoints(listed([116.2, 29.1], [116.2, 29.2], [116.2, 29.3]))).toMatchObject([{ value: "116.2" }]);
  });

  it.each([
    ["two plaques on one door", listed([116.203, 29.272], [116.203, 29.272])],
    ["three plaques at one address", listed([116.2, 29.2, "一号"], [116.2, 29.2, "一号"], [116.2, 29.2, "一号"])],
    ["two on one line", listed([116.203, 29.272], [116.204, 29.272], [116.205, 29.273])],
    [
      "three on one line, but not one after another",
      listed([116.1, 29.2], [116.2, 29.3], [116.3, 29.2], [116.4, 29.2]),
    ],
  ])("are not %s", (_, rows) => {
    expect(copiedPoints(rows)).toEqual([]);
  });
});
