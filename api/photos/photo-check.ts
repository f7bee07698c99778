export interface CheckedPhoto {
  /** Where WeChat fetches the picture. */
  url: string;
  /** Who added it, in WeChat, where the platform knows the person. */
  openId: string | null;
}

/**
 * `passed`: publish it. `waiting`: what checks answers later, under the trace id; without one nobody but an officer does.
 */
export type PhotoCheckOutcome = { state: "passed" } | { state: "waiting"; traceId: string | null };

/**
 * Checks a picture before anybody but the station's own people sees it. It never fails: what could not be checked waits for
 * an officer.
 */
export interface PhotoCheck {
  checkPhoto: (photo: CheckedPhoto) => Promise<PhotoCheckOutcome>;
}

/** Where nothing can check, an officer looks at every picture. */
export const reviewEveryPhoto: PhotoCheck = { checkPhoto: async () => ({ state: "waiting", traceId: null }) };

/** The demo shows pictures at once: nobody else comes there. */
export const showEveryPhoto: PhotoCheck = { checkPhoto: async () => ({ state: "passed" }) };
