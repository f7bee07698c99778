import { describe, expect, it } from "vitest";
import { AMENITIES, AMENITY_KINDS } from "../../../../shared/amenities/amenity.js";
import {
  amenityOfHeading,
  readAmenityCell,
  readAmenityWords,
} from "../../../../shared/stations/import/read-amenities.js";

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
    ["饮水机、桌椅4套及空调等", ["drinking_water", "seat", "aircon"]],
  ])("reads %s", (text, kinds) => {
    const states = new Map(kinds.map((kind) => [kind, "working"]));
    expect(readAmenityWords(text)).toEqual({ states, unknown: [] });
  });

  it("reads every label of the product, and every kind", () => {
    for (const kind of AMENITY_KINDS) {
      expect([...readAmenityWords(AMENITIES[kind].label).states]).toEqual([[kind, "working"]]);
      expect([...readAmenityWords(kind).states]).toEqual([[kind, "working"]]);
      expect(amenityOfHeading(AMENITIES[kind].label)).toBe(kind);
    }
  });

  it.each([
    ["空调(损坏)", "aircon", "broken"],
    ["微波炉\uff08维修中\uff09", "microwave", "broken"],
    ["充电(2个、1个坏了)", "phone_charge", "broken"],
    ["空调损坏", "aircon", "broken"],
    ["空调、空调(故障)", "aircon", "broken"],
    ["卫生间(不对外)", "toilet", "absent"],
    ["微波炉0台", "microwave", "absent"],
    ["微波炉(0台)", "microwave", "absent"],
    ["充电(无)", "phone_charge", "absent"],
    ["无空调", "aircon", "absent"],
    ["没有卫生间", "toilet", "absent"],
    ["微波炉10台", "microwave", "working"],
    ["卫生间(男女各一)", "toilet", "working"],
    ["空调(有)", "aircon", "working"],
  ])("keeps what is said of %s", (text, kind, state) => {
    expect([...readAmenityWords(text).states]).toEqual([[kind, state]]);
  });

  it.each(["按摩椅", "热水(无)壶坏了", "不知道有没有空调"])("does not know %s", (text) => {
    const { states, unknown } = readAmenityWords(text);
    expect([...states]).toEqual([]);
    expect(unknown).toHaveLength(1);
  });

  it.each([
    ["√", "working"],
    ["有", "working"],
    ["2台", "working"],
    ["1", "working"],
    ["有(维修中)", "broken"],
    ["坏了", "broken"],
    ["×", "absent"],
    ["无", "absent"],
    ["0", "absent"],
    ["", null],
    ["/", null],
    ["待定", undefined],
  ])("reads a cell with %j below the heading of an amenity", (text, state) => {
    expect(readAmenityCell(text)).toBe(state);
  });

  it.each([
    ["饮水机", "drinking_water"],
    ["有无空调", "aircon"],
    ["微波炉(台)", "microwave"],
    ["WiFi", "wifi"],
    ["备注", null],
  ])("finds the amenity of the heading %s", (heading, kind) => {
    expect(amenityOfHeading(heading)).toBe(kind);
  });

  it("finds nothing in nothing", () => {
    expect(readAmenityWords("、,")).toEqual({ states: new Map(), unknown: [] });
  });
});
