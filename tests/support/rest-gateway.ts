import { createServer, type IncomingMessage } from "node:http";
import { Redis as TcpClient } from "ioredis";

export interface RestGateway {
  url: string;
  token: string;
  /** How many HTTP requests it answered. */
  requestCount: () => number;
  stop: () => Promise<void>;
}

/** Connections that may come at the same moment: Node's own 511 are fewer than a rush brings. */
const MOST_AT_ONCE = 4_096;

/**
 * Upstash's REST interface in front of a plain Redis, so that the official REST client is tested without Upstash:
 * `POST /`, `/pipeline` and `/multi-exec`, base64 replies on request, 400 for a refused command, 401 without the token.
 */
export async function startRestGateway(redisUrl: string): Promise<RestGateway> {
  const token = "local-gateway-token";
  const tcp = new TcpClient(redisUrl);
  tcp.on("error", () => undefined);
  let requests = 0;
  const server = createServer(async (request, response) => {
    requests += 1;
    const answer = (status: number, body: unknown) => {
      response.writeHead(status, { "content-type": "application/json" });
      response.end(JSON.stringify(body));
    };
    if (request.headers.authorization !== `Bearer ${token}`)
      return answer(401, { error: "WRONGPASS invalid password" });
    const encode = request.headers["upstash-encoding"] === "base64" ? toBase64 : (reply: unknown) => reply;
    const body: unknown = JSON.parse(await text(request));
    if (request.url === "/pipeline" || request.url === "/multi-exec") {
      const batch = request.url === "/pipeline" ? tcp.pipeline() : tcp.multi();
      for (const command of body as unknown[][]) batch.call(...words(command));
      const replies = await batch.exec().catch((error: Error & { previousErrors?: Error[] }) => {
        answer(400, { error: (error.previousErrors?.[0] ?? error).message });
      });
      if (!replies) return;
      return answer(
        200,
        replies.map(([error, result]) => (error ? { error: error.message } : { result: encode(result) })),
      );
    }
    return tcp.call(...words(body as unknown[])).then(
      (result) => answer(200, { result: encode(result) }),
      (error: Error) => answer(400, { error: error.message }),
    );
  });
  // A connection that is idle for a moment on a busy machine must not be closed just when it is used again.
  server.keepAliveTimeout = 120_000;
  await new Promise<void>((resolve) => server.listen({ port: 0, host: "127.0.0.1", backlog: MOST_AT_ONCE }, resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the gateway has no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    token,
    requestCount: () => requests,
    stop: async () => {
      tcp.disconnect();
      if (!server.listening) return;
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function words([name, ...rest]: unknown[]): [string, ...string[]] {
  return [String(name).toUpperCase(), ...rest.map(String)];
}

function toBase64(reply: unknown): unknown {
  if (typeof reply === "string") return reply === "OK" ? reply : Buffer.from(reply, "utf8").toString("base64");
  if (Array.isArray(reply)) return reply.map(toBase64);
  return reply;
}

async function text(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
