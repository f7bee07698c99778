type PackFinder = typeof import("./find-in-packs");

let loaded: PackFinder | null = null;

/** The search over what the phone keeps, once it has come; null until then. */
export function packFinder(): PackFinder | null {
  return loaded;
}

/**
 * Fetches the search: a script of its own, as somebody who comes for the first time keeps nothing to search in. Null
 * where it does not come.
 */
export async function loadPackFinder(): Promise<PackFinder | null> {
  loaded ??= await import("./find-in-packs").catch(() => null);
  return loaded;
}
