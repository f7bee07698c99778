import { alwaysOpenHours, givenStation } from "../../support/given.js";

/** An open door 200 m from where phones stand, and one that is further. */
export const NEAR = givenStation({
  id: "st_near",
  name: "南门广场驿站",
  location: { latitude: 38.4759, longitude: 106.2812 },
  hours: alwaysOpenHours,
});
export const FAR = givenStation({
  id: "st_far",
  name: "丽景街驿站",
  location: { latitude: 38.4741, longitude: 106.2912 },
  hours: alwaysOpenHours,
});

export const NEARBY = "pages/nearby/index";
export const CLASSES = "pages/classes/index";
export const WISHES = "pages/wishes/index";
export const ME = "pages/me/index";
export const CLASS = "visitor/class/index";
export const STATION = "visitor/station/index";
