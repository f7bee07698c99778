/** A column of texts: as they are, or, where many are alike, each once and then their places. */
export type TextColumn = (string | null)[] | { words: string[]; places: number[] };

/** The place of a text that is not there. */
const NOTHING = -1;

export function textColumn(texts: readonly (string | null)[]): TextColumn {
  const placeOf = new Map<string, number>();
  const places = texts.map((text) => {
    if (text === null) return NOTHING;
    const index = placeOf.get(text) ?? placeOf.size;
    placeOf.set(text, index);
    return index;
  });
  return placeOf.size * 2 < texts.length ? { words: [...placeOf.keys()], places } : [...texts];
}

export function textAt(column: TextColumn, row: number): string | null {
  if (Array.isArray(column)) return column[row] ?? null;
  return column.words[column.places[row] ?? NOTHING] ?? null;
}

/** Each number less the one before it: small numbers pack well. */
export function deltas(numbers: readonly number[]): number[] {
  return numbers.map((number, index) => number - (numbers[index - 1] ?? 0));
}

export function sums(steps: readonly number[]): number[] {
  let sum = 0;
  return steps.map((step) => {
    sum += step;
    return sum;
  });
}
