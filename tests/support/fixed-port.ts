import { tryPort } from "../../scripts/set-up/free-port.mjs";

/** Linux gives ports from 32768 on to whoever asks for any, other systems from 49152. */
const FIRST = 20_000;
const RANGE = 10_000;

/**
 * A port on loopback for a test that must name one. The system hands it to nobody who asks for any free port, so that no
 * other test takes it between being found free and being used.
 */
export async function fixedPort(): Promise<number> {
  for (let step = 0; step < RANGE; step++) {
    const port = FIRST + ((process.pid + step) % RANGE);
    if ("port" in (await tryPort("127.0.0.1", port))) return port;
  }
  throw new Error("every port is taken");
}
