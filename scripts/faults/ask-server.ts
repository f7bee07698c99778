const WITHIN_MS = 15_000;

export interface Asked {
  token?: string | undefined;
  json?: unknown;
  body?: string | Uint8Array<ArrayBuffer>;
  headers?: Record<string, string>;
}

export interface Answered {
  /** 0: there was no answer. */
  status: number;
  /** The code of an error, or what went wrong on the way. */
  code: string;
  body: { id?: string; bookingId?: string; error?: { code: string } } | null;
}

/** Asks a server, and takes no answer for an answer as well. */
export async function ask(url: string, method: string, { token, json, body, headers }: Asked = {}): Promise<Answered> {
  try {
    const reply = await fetch(url, {
      method,
      headers: {
        ...(json === undefined ? {} : { "content-type": "application/json" }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...headers,
      },
      ...(json === undefined ? { body } : { body: JSON.stringify(json) }),
      signal: AbortSignal.timeout(WITHIN_MS),
    });
    const text = await reply.text();
    const isJson = reply.headers.get("content-type")?.includes("json") ?? false;
    const answer = isJson ? JSON.parse(text) : null;
    return { status: reply.status, code: answer?.error?.code ?? "", body: answer };
  } catch (error) {
    const timedOut = error instanceof Error && error.name === "TimeoutError";
    return { status: 0, code: timedOut ? "no answer in time" : "connection lost", body: null };
  }
}
