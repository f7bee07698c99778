import { hoursOfCode } from "./hours-code.js";
import { PostedTimeline } from "./posted-timeline.js";

/** The different hours that stations have, each once, under a number. */
export class PostedTimelines {
  readonly #numbers = new Map<string, number>();
  readonly #codes: string[] = [];
  readonly #timelines: PostedTimeline[] = [];

  /** The number of hours, which are added when they are new. */
  add(code: string): number {
    const known = this.#numbers.get(code);
    if (known !== undefined) return known;
    const number = this.#codes.length;
    this.#numbers.set(code, number);
    this.#codes.push(code);
    return number;
  }

  code(number: number): string {
    return this.#codes[number] ?? "";
  }

  timeline(number: number): PostedTimeline {
    let timeline = this.#timelines[number];
    if (timeline === undefined) {
      timeline = new PostedTimeline(hoursOfCode(this.code(number)));
      this.#timelines[number] = timeline;
    }
    return timeline;
  }
}
