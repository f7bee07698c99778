const LENGTH = 4;

/**
 * What is written on the parcel and shown beside the pick-up code, so that a keeper finds the right one. Not a
 * secret.
 */
export function wishNumber(wishId: string): string {
  return wishId.slice(-LENGTH).toUpperCase();
}
