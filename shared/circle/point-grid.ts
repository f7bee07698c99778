import { distancesFrom, EARTH_RADIUS_METRES } from "../common/distance.js";

const DEGREES = 180 / Math.PI;
/** More columns than there are around the globe, for a key of row and column. */
const KEY_STEP = 2 ** 26;

/** Points sorted into squares, so that those within some metres of a place are found without measuring all of them. */
export class PointGrid {
  readonly #latitudes: ArrayLike<number>;
  readonly #longitudes: ArrayLike<number>;
  readonly #metres: number;
  readonly #latitudeStep: number;
  readonly #longitudeStep: number;
  readonly #squares = new Map<number, number[]>();

  /** @param metres how far {@link within} looks; whole metres, as shown */
  constructor(latitudes: ArrayLike<number>, longitudes: ArrayLike<number>, metres: number) {
    this.#latitudes = latitudes;
    this.#longitudes = longitudes;
    this.#metres = metres;
    let furthestNorth = 0;
    for (let point = 0; point < latitudes.length; point++) {
      furthestNorth = Math.max(furthestNorth, Math.abs(latitudes[point] ?? 0));
    }
    // A metre more than asked for: what is shown is rounded.
    this.#latitudeStep = ((metres + 1) / EARTH_RADIUS_METRES) * DEGREES;
    const edge = Math.min(89, furthestNorth + 2 * this.#latitudeStep) / DEGREES;
    this.#longitudeStep = this.#latitudeStep / Math.cos(edge);
    for (let point = 0; point < latitudes.length; point++) this.#put(point);
  }

  /** Calls back for each point within reach of a place, in no order. */
  within(latitude: number, longitude: number, found: (point: number, metres: number) => void): void {
    const measure = distancesFrom({ latitude, longitude });
    const row = Math.floor(latitude / this.#latitudeStep);
    const column = Math.floor(longitude / this.#longitudeStep);
    for (let y = row - 1; y <= row + 1; y++) {
      for (let x = column - 1; x <= column + 1; x++) {
        for (const point of this.#squares.get(y * KEY_STEP + x) ?? []) {
          const metres = measure(this.#latitudes[point] ?? 0, this.#longitudes[point] ?? 0);
          if (metres <= this.#metres) found(point, metres);
        }
      }
    }
  }

  #put(point: number): void {
    const row = Math.floor((this.#latitudes[point] ?? 0) / this.#latitudeStep);
    const column = Math.floor((this.#longitudes[point] ?? 0) / this.#longitudeStep);
    const key = row * KEY_STEP + column;
    const square = this.#squares.get(key);
    if (square) square.push(point);
    else this.#squares.set(key, [point]);
  }
}
