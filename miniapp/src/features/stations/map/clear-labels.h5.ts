interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const HIDDEN = "map-pin-nameless";

/**
 * Hides the names that would lie on a name or a pin already drawn: two names over each other can be read by nobody.
 *
 * @param pins the most important first; each holds its name in a `span`
 */
export function clearLabels(pins: readonly HTMLElement[]): void {
  for (const pin of pins) pin.classList.remove(HIDDEN);
  const taken: { box: Box; pin: HTMLElement }[] = pins.map((pin) => ({ box: pin.getBoundingClientRect(), pin }));
  for (const pin of pins) {
    const label = pin.querySelector(":scope > span");
    if (!label) continue;
    const box = label.getBoundingClientRect();
    if (taken.some((other) => other.pin !== pin && overlap(box, other.box))) pin.classList.add(HIDDEN);
    else taken.push({ box, pin });
  }
}

function overlap(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
