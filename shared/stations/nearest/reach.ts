import { distancesFrom, EARTH_RADIUS_METRES } from "../../common/distance.js";
import type { MapPoint } from "../../common/place.js";

const DEGREES = 180 / Math.PI;
const RADIANS = Math.PI / 180;
/** A reach that has shrunk by less goes on with the cosine it had: that is never too long. */
const COSINE_HOLDS = 0.7;

/**
 * How near things can be at the least to a point, where only what lies within some reach counts.
 *
 * In the band of latitudes that the reach covers a degree of longitude is never shorter than at its edge nearest to a
 * pole. So the square of an angle is at least latitudes² + cosine² × longitudes²: no sine is needed to leave out nearly all.
 */
export class Reach {
  /** Metres to a point, as shown. */
  readonly measure: (latitude: number, longitude: number) => number;
  readonly #latitude: number;
  readonly #longitude: number;
  #cosine2 = 0;
  /** The reach, in degrees of a great circle, for which the cosine was worked out. */
  #cosineDegrees = Number.POSITIVE_INFINITY;
  /** The reach in degrees of a great circle, squared. */
  #limit = 0;

  constructor(origin: MapPoint, metres: number) {
    this.measure = distancesFrom(origin);
    this.#latitude = origin.latitude;
    this.#longitude = origin.longitude;
    this.shrinkTo(metres);
  }

  get limit(): number {
    return this.#limit;
  }

  /** One metre more than asked for: what is shown is rounded, and a cosine near 1 is coarse. */
  shrinkTo(metres: number): void {
    const degrees = ((metres + 1) / EARTH_RADIUS_METRES) * DEGREES;
    this.#limit = degrees * degrees;
    if (degrees > this.#cosineDegrees * COSINE_HOLDS) return;
    this.#cosineDegrees = degrees;
    const edge = Math.abs(this.#latitude) + degrees;
    const cosine = edge >= 90 ? 0 : Math.cos(edge * RADIANS);
    this.#cosine2 = cosine * cosine;
  }

  /** At least so far, in degrees squared. */
  toPoint(latitude: number, longitude: number): number {
    const north = latitude - this.#latitude;
    let east = Math.abs(longitude - this.#longitude);
    if (east > 180) east = 360 - east;
    return north * north + this.#cosine2 * east * east;
  }

  /** At least so far, in degrees squared. */
  toBox(south: number, west: number, north: number, east: number): number {
    const latitude = this.#latitude;
    const longitude = this.#longitude;
    const up = latitude < south ? south - latitude : latitude > north ? latitude - north : 0;
    let aside = 0;
    if (longitude < west || longitude > east) {
      const toWest = west - longitude;
      const toEast = longitude - east;
      aside = Math.min(toWest < 0 ? toWest + 360 : toWest, toEast < 0 ? toEast + 360 : toEast);
    }
    return up * up + this.#cosine2 * aside * aside;
  }
}
