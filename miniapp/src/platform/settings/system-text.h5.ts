/** A browser enlarges a page by itself. */
export function hasLargeSystemText(): boolean {
  return false;
}
