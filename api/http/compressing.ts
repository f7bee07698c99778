import { Hono } from "hono";
import { compress } from "hono/compress";
import type { App } from "./app-of-features.js";
import { isCompressed } from "./json-written.js";

/** The answers of an app, compressed for who takes that. */
export function compressing(app: App): (request: Request, connection?: object) => Promise<Response> {
  // It makes a stream of an answer, which costs more than most answers: not for those that are compressed already.
  const streamed = new Hono<{ Bindings: { answer: Response } }>().use(compress()).all("*", (c) => c.env.answer);
  return async (request, connection) => {
    const answer = await app.fetch(request, connection);
    const isDone = isCompressed(answer) || !request.headers.has("Accept-Encoding");
    return isDone ? answer : streamed.fetch(request, { answer });
  };
}
