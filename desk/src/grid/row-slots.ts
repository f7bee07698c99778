/**
 * Gives each row in sight an element of its own: a row that stays keeps the one it has, and a row that comes into sight
 * takes that of one that left, so that scrolling changes texts and makes no elements.
 *
 * @param before the elements of the rows that were in sight, by row
 * @param rows the rows in sight now
 */
export function rowSlots(before: ReadonlyMap<number, number>, rows: readonly number[]): Map<number, number> {
  const slots = new Map<number, number>();
  for (const row of rows) {
    const slot = before.get(row);
    if (slot !== undefined) slots.set(row, slot);
  }
  const taken = new Set(slots.values());
  let next = 0;
  for (const row of rows) {
    if (slots.has(row)) continue;
    while (taken.has(next)) next += 1;
    slots.set(row, next);
    taken.add(next);
  }
  return slots;
}
