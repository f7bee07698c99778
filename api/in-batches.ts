/** Asks in parts of a size, one after the other, and joins the answers. */
export async function inBatches<T, R>(
  values: readonly T[],
  size: number,
  ask: (part: T[]) => Promise<readonly R[]>,
): Promise<R[]> {
  const answers: R[] = [];
  for (let start = 0; start < values.length; start += size) {
    answers.push(...(await ask(values.slice(start, start + size))));
  }
  return answers;
}
