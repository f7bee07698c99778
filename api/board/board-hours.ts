/** The half hours the board always tells of: when sweepers and couriers begin, and the middle of a holiday. */
export const EARLY_PLACE = 9;
export const HOLIDAY_PLACE = 24;
