import { setImmediate as turnOfTheLoop } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { logInBatches } from "../../api/log-lines.js";

describe("the log", () => {
  const writing = () => {
    const written: string[] = [];
    const { log, flush } = logInBatches((lines) => written.push(lines));
    const say = (event: string) => log({ level: "info", event });
    const events = () =>
      written.map((lines) =>
        lines
          .trimEnd()
          .split("\n")
          .map((line) => JSON.parse(line).event),
      );
    return { say, flush, events };
  };

  it("writes the lines of one turn of the event loop together, in order", async () => {
    const { say, events } = writing();
    say("one");
    say("two");
    expect(events()).toEqual([]);
    await turnOfTheLoop();
    expect(events()).toEqual([["one", "two"]]);
    say("three");
    await turnOfTheLoop();
    expect(events()).toEqual([["one", "two"], ["three"]]);
  });

  it("loses nothing when the process ends, and writes nothing twice", async () => {
    const { say, flush, events } = writing();
    say("last");
    flush();
    await turnOfTheLoop();
    expect(events()).toEqual([["last"]]);
  });
});
