/** Why a station is not trusted, as the page says it; the gravest first. */
export const DOUBTS = [
  "reported_closed",
  "reported_by_several",
  "reported_often",
  "reported_shut",
  "long_unconfirmed",
  "not_confirmed_lately",
] as const;
export type Doubt = (typeof DOUBTS)[number];
