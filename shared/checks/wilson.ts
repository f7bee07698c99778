/** A share with how sure it is. Null where nothing was counted. */
export interface Share {
  /** Of how many. */
  of: number;
  /** How many of them. */
  found: number;
  /** 0 to 1. */
  share: number | null;
  /** The 95 % interval of Wilson. */
  low: number | null;
  high: number | null;
}

/** The 97.5 % point of the normal distribution. */
const Z = 1.959964;

/**
 * A share with Wilson's interval, which holds for few checks and for shares near 0 and 1, where the usual one does not.
 *
 * @see https://www.jstor.org/stable/2276774 E. B. Wilson, Probable Inference, 1927
 */
export function shareOf(found: number, of: number): Share {
  if (of === 0) return { of, found, share: null, low: null, high: null };
  const share = found / of;
  const square = Z * Z;
  const middle = share + square / (2 * of);
  const spread = Z * Math.sqrt((share * (1 - share)) / of + square / (4 * of * of));
  const whole = 1 + square / of;
  return {
    of,
    found,
    share,
    low: Math.max(0, (middle - spread) / whole),
    high: Math.min(1, (middle + spread) / whole),
  };
}
