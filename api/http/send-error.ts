import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import type { ErrorAnswer } from "../../shared/contract/api-map.js";
import { ERRORS } from "../../shared/contract/error-codes.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import { isRedisUnreachable } from "../redis/client.js";
import type { AppEnv } from "./app-env.js";

/** Answers every failure in one form; what nobody foresaw is logged with the request's id and told to nobody. */
export function errorSender({ log }: Pick<Dependencies, "log">) {
  return (thrown: unknown, c: Context<AppEnv>): Response => {
    const error = asApiError(thrown);
    const requestId = c.get("requestId");
    if (error.code === "internal" || error.code === "redis_down") {
      log({ level: "error", event: error.code, requestId, reason: describe(thrown) });
    }
    // The rest of the body is not read, so that nothing else can come over this connection.
    if (error.status === 413) c.header("Connection", "close");
    const { message } = ERRORS[error.code];
    const answer: ErrorAnswer = {
      error: {
        code: error.code,
        message,
        requestId,
        ...(error.fields ? { fields: [...error.fields] } : {}),
        ...(error.current ? { current: error.current } : {}),
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
  return new ApiError(isRedisUnreachable(thrown) ? "redis_down" : "internal");
}

/** The place in our code and the kind of the error; its message only where it cannot hold what somebody sent. */
function describe(thrown: unknown): string {
  if (!(thrown instanceof Error)) return typeof thrown;
  const place =
    thrown.stack
      ?.split("\n")
      .find((line) => line.trim().startsWith("at "))
      ?.trim() ?? "";
  return `${thrown.name}: ${isRedisUnreachable(thrown) ? thrown.message : ""} ${place}`.trim();
}
