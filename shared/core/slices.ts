/** Work that stops now and then, so that other things can happen in between; whoever drives it decides what. */
export type Slices<Value> = Generator<undefined, Value>;

/** Does such work at one go. */
export function atOneGo<Value>(work: Slices<Value>): Value {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
