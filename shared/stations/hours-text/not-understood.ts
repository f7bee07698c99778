/** Thrown inside the reader of hours, and caught in it: the message says to people what could not be read. */
export class NotUnderstood extends Error {}
