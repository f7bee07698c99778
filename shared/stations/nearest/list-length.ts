/** The most stations one answer to 附近 holds; also how far its list grows on the phone. */
export const LONGEST_NEAREST_LIST = 200;
