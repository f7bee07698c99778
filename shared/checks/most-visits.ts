/** How many doors one sample may have: as many as a weekend of volunteers sees. */
export const MOST_VISITS = 300;
