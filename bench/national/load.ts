import { connect, type Socket } from "node:net";
import { summary } from "./searches.js";

export interface LoadResult {
  answers: number;
  perSecond: number;
  /** Milliseconds. */
  mean: number;
  p99: number;
  /** Of the last answer, bytes. */
  bytes: number;
  failures: number;
}

const CONNECTIONS = 50;

/**
 * Asks a server over 50 connections, each asking again as soon as it has its answer, as plainly as can be: what the client
 * costs is taken from the server on a small machine.
 *
 * @param pathOf of each request; every request comes from an address of its own
 * @param header a line of each request besides
 */
export async function load(
  port: number,
  pathOf: (request: number) => string,
  seconds: number,
  header = "",
): Promise<LoadResult> {
  const times: number[] = [];
  const state = { sent: 0, bytes: 0, failures: 0, endsAt: performance.now() + seconds * 1_000 };
  const startedAt = performance.now();
  await Promise.all(
    Array.from({ length: CONNECTIONS }, () => {
      const socket = connect(port, "127.0.0.1").setNoDelay(true);
      return keepAsking(socket, () => requestText(pathOf(state.sent), state.sent++, header), state, times);
    }),
  );
  const elapsed = (performance.now() - startedAt) / 1_000;
  const { mean, p99 } = summary(times);
  return {
    answers: times.length,
    perSecond: times.length / elapsed,
    mean,
    p99,
    bytes: state.bytes,
    failures: state.failures,
  };
}

function requestText(path: string, number: number, header: string): string {
  const address = `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`;
  return `GET ${path} HTTP/1.1\r\nHost: bench\r\nX-Forwarded-For: ${address}\r\n${header}\r\n`;
}

function keepAsking(
  socket: Socket,
  nextRequest: () => string,
  state: { bytes: number; failures: number; endsAt: number },
  times: number[],
): Promise<void> {
  return new Promise((resolve, reject) => {
    let askedAt = 0;
    let parts: Buffer[] = [];
    const ask = () => {
      askedAt = performance.now();
      socket.write(nextRequest());
    };
    socket.once("error", reject);
    socket.once("connect", ask);
    socket.on("data", (part) => {
      parts.push(part);
      const whole = parts.length === 1 ? part : Buffer.concat(parts);
      const bytes = answerBytes(whole);
      if (bytes === null) {
        parts = [whole];
        return;
      }
      parts = [];
      times.push(performance.now() - askedAt);
      state.bytes = bytes;
      if (!whole.subarray(9, 12).equals(OK)) state.failures += 1;
      if (performance.now() < state.endsAt) ask();
      else {
        socket.destroy();
        resolve();
      }
    });
  });
}

const OK = Buffer.from("200");

/** The length of the body, once all of it is there. */
function answerBytes(answer: Buffer): number | null {
  const head = answer.indexOf("\r\n\r\n");
  if (head === -1) return null;
  const headers = answer.subarray(0, head).toString("latin1");
  const length = /content-length: (\d+)/i.exec(headers)?.[1];
  if (length !== undefined) return answer.length >= head + 4 + Number(length) ? Number(length) : null;
  return answer.subarray(-5).equals(LAST_CHUNK) ? answer.length - head - 4 : null;
}

const LAST_CHUNK = Buffer.from("0\r\n\r\n");
