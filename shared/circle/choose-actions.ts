import { CellWeights, type CircleWeights, UNWEIGHTED } from "./circle-weights.js";

/** Something that can be done: from some cells a door is then open at some half hours of the week. */
export interface CircleAction {
  /** Places of cells. */
  cells: ArrayLike<number>;
  /** Places of half hours. */
  times: ArrayLike<number>;
  /** What it takes of each budget. */
  stationHours: number;
  sites: number;
  mends: number;
}

export interface CircleBudget {
  /** Hours a week that stations are open for longer. */
  stationHours: number;
  sites: number;
  /** Amenities that are mended. */
  mends: number;
}

export interface ChosenAction {
  /** Its place among the actions. */
  action: number;
  /** Weight of the cell half-hours that it covers and none before it does; without weights how many they are. */
  gain: number;
}

/** Steps of counting before swapping comes to an end, whatever might still be gained. */
const MOST_WORK = 25_000_000;
/** Less than any weight, and more than sums of them are off by. */
const LEAST_GAIN = 1e-6;
/** So many of the most promising actions are put in by force in place of others. */
const FORCED = 60;
const KINDS = ["stationHours", "sites", "mends"] as const;

/**
 * What to do within a budget so that most cell half-hours are covered: the action that gains most for the share of its
 * budget, again and again; then one or two of those chosen are taken out and others put in as long as that gains. docs/decisions/0036-coverage.md says how
 * near that comes to the optimum.
 *
 * @param isCovered whether a cell has an open door at a half hour already
 * @param weights what to gain most of, in place of the number of cell half-hours
 */
export function chooseActions(
  actions: readonly CircleAction[],
  size: { cells: number; times: number },
  isCovered: (cell: number, time: number) => boolean,
  budget: CircleBudget,
  weights: CircleWeights = UNWEIGHTED,
): ChosenAction[] {
  const plan = new Plan(actions, size, isCovered, budget, new CellWeights(weights, size));
  plan.fill();
  for (let isBetter = true; isBetter; ) isBetter = plan.swap();
  return plan.inOrder();
}

class Plan {
  readonly #actions: readonly CircleAction[];
  readonly #times: number;
  readonly #left: CircleBudget;
  /** The largest share that each takes of a budget. */
  readonly #shares: Float64Array;
  /** By how many chosen actions each cell half-hour is covered; -1: it was before. */
  readonly #counts: Int16Array;
  /** The same as bits: those that are covered by nothing. */
  readonly #free: Uint32Array;
  readonly #words: number;
  readonly #weights: CellWeights;
  /** The half hours of each action as bits; many share one. */
  readonly #masks: readonly Uint32Array[];
  readonly #chosen = new Set<number>();
  #work = 0;
  /** What each gains where nothing is chosen: it never gains more. */
  readonly #most: Float64Array;
  /** Those that gain anything, by how much they gain at the most. */
  readonly #order: number[];

  constructor(
    actions: readonly CircleAction[],
    size: { cells: number; times: number },
    isCovered: (cell: number, time: number) => boolean,
    budget: CircleBudget,
    weights: CellWeights,
  ) {
    this.#actions = actions;
    this.#weights = weights;
    this.#times = size.times;
    this.#left = { ...budget };
    this.#shares = Float64Array.from(actions, (action) => shareOf(action, budget));
    this.#counts = new Int16Array(size.cells * size.times);
    this.#words = Math.ceil(size.times / 32);
    this.#free = new Uint32Array(size.cells * this.#words);
    this.#masks = masksOf(actions, this.#words);
    for (let cell = 0; cell < size.cells; cell++) {
      for (let time = 0; time < size.times; time++) {
        if (isCovered(cell, time)) this.#counts[cell * size.times + time] = -1;
        else this.#flip(cell, time);
      }
    }
    this.#most = Float64Array.from(actions, (_, index) => this.#gain(index));
    this.#order = actions
      .map((_, index) => index)
      .filter((index) => this.#mostOf(index) > 0 && this.#fits(index))
      .sort((a, b) => this.#worth(b, this.#mostOf(b)) - this.#worth(a, this.#mostOf(a)) || a - b);
  }

  /** Adds what gains most for its cost until nothing more fits or gains. @returns what that gains */
  fill(without?: number): number {
    let gained = 0;
    for (let best = this.#best(without); best !== null; best = this.#best(without)) gained += this.#add(best);
    return gained;
  }

  /** Puts other actions in place of one or two that are chosen, where that gains. @returns whether it did */
  swap(): boolean {
    const chosen = [...this.#chosen];
    const singles = chosen.map((one) => [one]);
    const pairs = chosen.flatMap((one, index) => chosen.slice(index + 1).map((other) => [one, other]));
    return [...singles, ...pairs].some((out) => this.#work < MOST_WORK && this.#swapOut(out));
  }

  #swapOut(out: readonly number[]): boolean {
    const lost = out.reduce((sum, index) => sum + this.#remove(index), 0);
    for (const forced of [null, ...this.#order.slice(0, FORCED)]) {
      if (forced !== null && (this.#chosen.has(forced) || !this.#fits(forced))) continue;
      const before = new Set(this.#chosen);
      let gained = forced === null ? 0 : this.#add(forced);
      gained += this.fill(forced === null ? out[0] : undefined);
      if (gained > lost + LEAST_GAIN) return true;
      for (const index of this.#chosen) if (!before.has(index)) this.#remove(index);
      if (this.#work >= MOST_WORK) break;
    }
    for (const index of out) this.#add(index);
    return false;
  }

  /** Those chosen, what gains most first, each with what it adds to those before it. */
  inOrder(): ChosenAction[] {
    const left = [...this.#chosen];
    for (const index of left) this.#remove(index);
    const ordered: ChosenAction[] = [];
    while (left.length > 0) {
      const worths = left.map((index) => this.#worth(index, this.#gain(index)));
      const at = worths.indexOf(Math.max(...worths));
      const [action = 0] = left.splice(at, 1);
      ordered.push({ action, gain: this.#add(action) });
    }
    return ordered;
  }

  #best(without: number | undefined): number | null {
    let best: number | null = null;
    let most = 0;
    for (const index of this.#order) {
      this.#work += 4;
      if (this.#worth(index, this.#mostOf(index)) <= most) break;
      if (index === without || this.#chosen.has(index) || !this.#fits(index)) continue;
      const value = this.#worth(index, this.#gain(index));
      if (value > most) [best, most] = [index, value];
    }
    return best;
  }

  #fits(index: number): boolean {
    const { stationHours, sites, mends } = this.#action(index);
    const left = this.#left;
    return stationHours <= left.stationHours && sites <= left.sites && mends <= left.mends;
  }

  /** Gain by the largest share that an action takes of a budget. */
  #worth(index: number, gain: number): number {
    return gain / (this.#shares[index] ?? 1);
  }

  #spend(index: number, times: 1 | -1): void {
    const { stationHours, sites, mends } = this.#action(index);
    this.#left.stationHours -= times * stationHours;
    this.#left.sites -= times * sites;
    this.#left.mends -= times * mends;
  }

  #gain(index: number): number {
    const { cells } = this.#action(index);
    const mask = this.#masks[index] ?? NO_BITS;
    const [free, words] = [this.#free, this.#words];
    this.#work += 1 + cells.length * words;
    let gain = 0;
    for (let word = 0; word < words; word++) {
      const wanted = mask[word] ?? 0;
      if (wanted === 0) continue;
      for (let c = 0; c < cells.length; c++) {
        const cell = cells[c] ?? 0;
        gain += this.#weights.ofBits(cell, word, (free[cell * words + word] ?? 0) & wanted);
      }
    }
    return gain;
  }

  #flip(cell: number, time: number): void {
    const at = cell * this.#words + (time >>> 5);
    this.#free[at] = (this.#free[at] ?? 0) ^ (1 << (time & 31));
  }

  #add(index: number): number {
    this.#chosen.add(index);
    this.#spend(index, 1);
    return this.#count(index, 1, 0);
  }

  /** @returns what is not covered any more */
  #remove(index: number): number {
    this.#chosen.delete(index);
    this.#spend(index, -1);
    return this.#count(index, -1, 1);
  }

  #count(index: number, step: number, counted: number): number {
    const { cells, times } = this.#action(index);
    let turned = 0;
    this.#work += cells.length * times.length;
    for (let c = 0; c < cells.length; c++) {
      const row = (cells[c] ?? 0) * this.#times;
      for (let t = 0; t < times.length; t++) {
        const at = row + (times[t] ?? 0);
        const before = this.#counts[at] ?? 0;
        if (before < 0) continue;
        if (before === counted) {
          turned += this.#weights.of(cells[c] ?? 0, at);
          this.#flip(cells[c] ?? 0, times[t] ?? 0);
        }
        this.#counts[at] = before + step;
      }
    }
    return turned;
  }

  #action(index: number): CircleAction {
    return this.#actions[index] ?? NOTHING;
  }

  #mostOf(index: number): number {
    return this.#most[index] ?? 0;
  }
}

const NOTHING: CircleAction = { cells: [], times: [], stationHours: 0, sites: 0, mends: 0 };
/** 1 for what costs nothing: it is as good as what takes a whole budget. */
function shareOf(action: CircleAction, budget: CircleBudget): number {
  return Math.max(...KINDS.map((kind) => (action[kind] === 0 ? 0 : action[kind] / budget[kind]))) || 1;
}

const NO_BITS = new Uint32Array(0);

function masksOf(actions: readonly CircleAction[], words: number): Uint32Array[] {
  const known = new Map<ArrayLike<number>, Uint32Array>();
  return actions.map(({ times }) => {
    const mask = known.get(times) ?? new Uint32Array(words);
    if (!known.has(times)) {
      for (const time of Array.from(times)) mask[time >>> 5] = (mask[time >>> 5] ?? 0) | (1 << (time & 31));
      known.set(times, mask);
    }
    return mask;
  });
}
