import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import type { ErrorAnswer } from "../../shared/contract/error-answer.js";
import { ERRORS, type ErrorCode } from "../../shared/contract/error-codes.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import { PhotoFilesError } from "../photos/photo-files.js";
import { redisTrouble } from "../redis-trouble.js";
import { ImportRejection } from "../tables/import-rejection.js";
import type { AppEnv } from "./app-env.js";

/** What is for whoever runs the server to look at. */
const LOGGED: ReadonlySet<ErrorCode> = new Set([
  "internal",
  "redis_down",
  "redis_refuses",
  "not_replicated",
  "photos_unavailable",
]);

/** The longest that one heavy task takes on most machines. */
const BUSY_SECONDS = "5";

/** Answers every failure in one form; what nobody foresaw is logged with the request's id and told to nobody. */
export function errorSender({ log }: Pick<Dependencies, "log">) {
  return (thrown: unknown, c: Context<AppEnv>): Response => {
    const error = asApiError(thrown);
    const requestId = c.get("requestId");
    if (LOGGED.has(error.code)) {
      log({ level: "error", event: error.code, requestId, reason: describe(thrown) });
    }
    // The rest of the body is not read, so that nothing else can come over this connection.
    if (error.status === 413) c.header("Connection", "close");
    if (error.code === "busy") c.header("Retry-After", BUSY_SECONDS);
    const { message } = ERRORS[error.code];
    const answer: ErrorAnswer = {
      error: {
        code: error.code,
        message,
        requestId,
        ...(error.fields ? { fields: [...error.fields] } : {}),
        ...(error.current ? { current: error.current } : {}),
        ...(error instanceof ImportRejection ? { cells: [...error.problems] } : {}),
        ...(error.conflicts ? { conflicts: [...error.conflicts] } : {}),
      },
    };
    return c.json(answer, error.status);
  };
}

function asApiError(thrown: unknown): ApiError {
  if (thrown instanceof ApiError) return thrown;
  // The framework's own: a body that is not JSON, or one larger than allowed.
  if (thrown instanceof HTTPException) {
    if (thrown.status === 400) return new ApiError("malformed_json");
    if (thrown.status === 413) return new ApiError("too_large");
    if (thrown.status === 415) return new ApiError("json_expected");
  }
  if (thrown instanceof PhotoFilesError) return new ApiError("photos_unavailable");
  const trouble = redisTrouble(thrown);
  if (trouble === null) return new ApiError("internal");
  return new ApiError(trouble.state === "down" ? "redis_down" : "redis_refuses");
}

/** The kind of an error and the place in our code; its message only where it cannot hold what somebody sent. */
function describe(thrown: unknown): string {
  if (!(thrown instanceof Error)) return typeof thrown;
  const told =
    redisTrouble(thrown)?.reason ?? (thrown instanceof PhotoFilesError ? thrown.message : kindOfReply(thrown));
  const places = (thrown.stack ?? "").split("\n").filter((line) => line.trim().startsWith("at "));
  const place = places.find((line) => !line.includes("node_modules") && !line.includes("node:")) ?? places[0] ?? "";
  return `${thrown.name}: ${told} ${place.trim()}`.trim();
}

/** The first word of what Redis said is the kind of its error; the rest may hold what was sent. */
function kindOfReply({ name, message }: Error): string {
  return name === "UpstashError"
    ? (/^(?:Command(?: \d+ \[ \S+ \])? failed: )?-?([A-Z]+)\b/.exec(message)?.[1] ?? "")
    : "";
}
