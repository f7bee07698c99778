/** Work that stops now and then, so that other things can happen in between; whoever drives it decides what. */
export type Slices<Value> = Generator<undefined, Value>;

/** Does such work at one go. */
export function atOneGo<Value>(work: Slices<Value>): Value {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** The same for each of a list, one at a time. */
export function* mapInSlices<From, To>(values: readonly From[], make: (value: From) => To): Slices<To[]> {
  const made: To[] = [];
  for (const value of values) {
    made.push(make(value));
    yield;
  }
  return made;
}
