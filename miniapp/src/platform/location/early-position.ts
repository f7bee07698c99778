/** As a browser gives it: WGS-84, the accuracy in metres. */
export interface BrowserPosition {
  latitude: number;
  longitude: number;
  accuracy: number;
}

let asked: Promise<BrowserPosition> | null = null;

/**
 * Asks the browser for the position in answer to a tap that came before the program. On the web alone.
 *
 * @param isPrecise whether the build may ask for more than roughly where
 * @returns rejects with the browser's own error, whose code says why
 */
export function askEarlyPosition(isPrecise: boolean, timeoutMs: number): Promise<BrowserPosition> {
  const options = { enableHighAccuracy: isPrecise, timeout: timeoutMs };
  asked ??= new Promise((resolve, reject) => {
    navigator.geolocation.getCurrentPosition(({ coords }) => resolve(coords), reject, options);
  });
  return asked;
}

/** Whether somebody has tapped 用我的位置 already and the program has not taken it up. */
export function wasAskedEarly(): boolean {
  return asked !== null;
}

/** What {@link askEarlyPosition} is answered, once; null: nobody asked. */
export function takeEarlyPosition(): Promise<BrowserPosition> | null {
  const taken = asked;
  asked = null;
  return taken;
}
