import { BOARD_READERS, type FeatureAccess } from "./access.js";

/** 看板: for officers and viewers, of their own reach. */
export const boardAccess: FeatureAccess = {
  lines: {
    "GET /api/board": {
      who: BOARD_READERS,
      path: "/api/board?city=6401",
      bad: { path: "/api/board?city=64", field: "city" },
      elsewhere: { path: "/api/board?city=4101" },
    },
    "GET /api/board/day": {
      who: BOARD_READERS,
      path: "/api/board/day?city=6401",
      bad: { path: "/api/board/day?city=6401&on=someday", field: "on" },
      elsewhere: { path: "/api/board/day?city=4101" },
    },
  },
};
