// @ts-check
/**
 * Asks a Redis on this machine one thing, on a connection of its own.
 * @param {number} port
 * @param {[string, ...string[]]} command
 * @param {number} [timeoutMs]
 * @returns {Promise<unknown>} the reply, or an Error: the server's own, or that of the connection
 */
export async function askRedis(port, [name, ...args], timeoutMs = 5_000) {
  // Loaded late: the set-up that needs this installs the packages first.
  const { Redis } = await import("ioredis");
  const client = new Redis({
    host: "127.0.0.1",
    port,
    lazyConnect: true,
    connectTimeout: timeoutMs,
    commandTimeout: timeoutMs,
    enableReadyCheck: false,
    maxRetriesPerRequest: 0,
    disconnectTimeout: 100,
    retryStrategy: null,
  });
  // Every failure also comes back through the promise below.
  client.on("error", () => {});
  try {
    await client.connect();
    return await client.call(name, ...args);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  } finally {
    client.disconnect();
  }
}
