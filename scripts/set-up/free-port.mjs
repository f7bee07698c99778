// @ts-check
import { createServer } from "node:net";

/**
 * Why a port cannot be listened on.
 * @param {string} host
 * @param {number} port 0 asks the system for any free one
 * @returns {Promise<{ port: number } | { refusal: string }>} the refusal is the system's code: EADDRINUSE, EACCES, …
 */
export function tryPort(host, port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", (error) => resolve({ refusal: "code" in error ? String(error.code) : error.message }));
    probe.listen({ host, port, exclusive: true }, () => {
      const address = probe.address();
      probe.close(() => resolve({ port: typeof address === "object" && address ? address.port : port }));
    });
  });
}
