import { describe, expect, it } from "vitest";
import { AMENITIES, AMENITY_KINDS } from "../../../../shared/amenities/amenity.js";
import { readAmenityWords } from "../../../../shared/stations/import/amenity-words.js";

describe("amenities as lists name them", () => {
  it.each([
    [
      "饮水、空调、座椅、充电、Wi-Fi、急救包",
      ["drinking_water", "aircon", "seat", "phone_charge", "wifi", "first_aid"],
    ],
    ["饮水机,微波炉,WIFI", ["drinking_water", "microwave", "wifi"]],
    ["饮水机\uff0c微波炉\uff1b无线网", ["drinking_water", "microwave", "wifi"]],
    ["厕所/洗手间 卫生间", ["toilet"]],
    ["空调2台 桌椅(4套)", ["aircon", "seat"]],
    ["医药箱;药箱;AED 除颤器", ["first_aid", "aed"]],
    ["免费Wi Fi、免费雨伞等", ["wifi", "umbrella"]],
    ["Wi-Fi", ["wifi"]],
  ])("reads %s", (text, kinds) => {
    expect(readAmenityWords(text)).toEqual({ kinds, unknown: [] });
  });

  it("reads every label of the product, and every kind", () => {
    for (const kind of AMENITY_KINDS) {
      expect(readAmenityWords(AMENITIES[kind].label).kinds).toEqual([kind]);
      expect(readAmenityWords(kind).kinds).toEqual([kind]);
    }
  });

  it.each(["无空调", "空调损坏", "没有卫生间", "按摩椅", "热水(无)壶坏了"])(
    "does not take %s for one that works",
    (text) => {
      const { kinds, unknown } = readAmenityWords(text);
      expect(kinds).toEqual([]);
      expect(unknown).toHaveLength(1);
    },
  );

  it("finds nothing in nothing", () => {
    expect(readAmenityWords("、,")).toEqual({ kinds: [], unknown: [] });
  });
});
