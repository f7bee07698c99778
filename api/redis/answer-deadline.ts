import { NO_ANSWER } from "../redis-trouble.js";

const TICK_MS = 100;

/**
 * Fails what Redis does not answer in time. Only time in which this process was awake counts: where it was busy itself, the
 * answer may lie in its socket unread, and Redis is not to blame. Each turn of the event loop counts as one tick, however
 * long it took.
 *
 * @returns what watches one request after the other
 */
export function answerDeadline(withinMs: number): <Answer>(asked: Promise<Answer>) => Promise<Answer> {
  const mostTicks = Math.max(1, Math.ceil(withinMs / TICK_MS));
  /** In the order in which they were asked, which is that in which they are late. */
  const waiting = new Set<{ sinceTick: number; fail: () => void }>();
  let tick = 0;
  let timer: NodeJS.Timeout | null = null;
  const look = () => {
    tick += 1;
    for (const one of waiting) {
      if (tick - one.sinceTick <= mostTicks) break;
      waiting.delete(one);
      one.fail();
    }
    if (waiting.size === 0 && timer !== null) {
      clearInterval(timer);
      timer = null;
    }
  };
  return (asked) =>
    new Promise((resolve, reject) => {
      const one = { sinceTick: tick, fail: () => reject(new Error(`${NO_ANSWER} within ${withinMs} ms`)) };
      waiting.add(one);
      timer ??= setInterval(look, TICK_MS);
      asked.then(
        (answer) => {
          waiting.delete(one);
          resolve(answer);
        },
        (error: unknown) => {
          waiting.delete(one);
          reject(error);
        },
      );
    });
}
