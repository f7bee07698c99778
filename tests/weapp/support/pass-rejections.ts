import { passRejection } from "./program.js";

const passes = Symbol.for("yizhan.passRejections");
const marked = process as NodeJS.Process & { [passes]?: boolean };

/** A promise that a program left to fail is that program's error, as in WeChat; every other is the test's. */
if (!marked[passes]) {
  marked[passes] = true;
  const others = process.listeners("unhandledRejection");
  process.removeAllListeners("unhandledRejection");
  process.on("unhandledRejection", (reason, promise) => {
    if (passRejection(reason, promise)) return;
    for (const other of others) other(reason, promise);
  });
}
