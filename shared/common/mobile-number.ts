/** A mobile's number, with the spaces and strokes that people put in: it may be somebody's own. */
export const MOBILE_NUMBER = /1[3-9](?:[\s-]?\d){9}/;
