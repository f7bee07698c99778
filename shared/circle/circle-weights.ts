/** How much cell half-hours weigh, besides how many they are. */
export interface CircleWeights {
  /** Of each cell at all times; null: 1. */
  cells: Float64Array | null;
  /** What is added for a few of them, by cell × times + time. */
  more: ReadonlyMap<number, number>;
}

export const UNWEIGHTED: CircleWeights = { cells: null, more: new Map() };

/** Weighs cell half-hours, many at once where they are bits of a word. */
export class CellWeights {
  readonly #weights: CircleWeights;
  readonly #times: number;
  readonly #words: number;
  /** Those that weigh more, as bits; null: none does. */
  readonly #heavy: Uint32Array | null;

  constructor(weights: CircleWeights, { cells, times }: { cells: number; times: number }) {
    this.#weights = weights;
    this.#times = times;
    this.#words = Math.ceil(times / 32);
    this.#heavy = weights.more.size === 0 ? null : new Uint32Array(cells * this.#words);
    if (this.#heavy === null) return;
    for (const at of weights.more.keys()) {
      const [cell, time] = [Math.floor(at / times), at % times];
      const word = cell * this.#words + (time >>> 5);
      this.#heavy[word] = (this.#heavy[word] ?? 0) | (1 << (time & 31));
    }
  }

  /** @param at cell × times + time */
  of(cell: number, at: number): number {
    const more = this.#heavy === null ? 0 : (this.#weights.more.get(at) ?? 0);
    return (this.#weights.cells?.[cell] ?? 1) + more;
  }

  /** @param bits the half hours of one word of a cell */
  ofBits(cell: number, word: number, bits: number): number {
    const weight = bitsIn(bits) * (this.#weights.cells?.[cell] ?? 1);
    if (this.#heavy === null) return weight;
    let more = 0;
    for (let left = bits & (this.#heavy[cell * this.#words + word] ?? 0); left !== 0; left &= left - 1) {
      const time = word * 32 + (31 - Math.clz32(left & -left));
      more += this.#weights.more.get(cell * this.#times + time) ?? 0;
    }
    return weight + more;
  }
}

function bitsIn(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
