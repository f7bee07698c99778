import { bodyLimit } from "hono/body-limit";
import { createMiddleware } from "hono/factory";
import type { ErrorCode } from "../../shared/contract/error-codes.js";
import { ApiError } from "../api-error.js";
import type { AppEnv } from "./app-env.js";

/** The largest body of a write, apart from lists and photos. */
const LARGEST_BODY_BYTES = 256 * 1024;
/** Vercel takes no larger bodies; larger lists are imported by command. */
const LARGEST_LIST_BYTES = 4 * 1024 * 1024;
/** The same; phones send far less. */
const LARGEST_PHOTO_BYTES = 4 * 1024 * 1024;

/** Whose bodies are whole lists. */
const LIST_PATHS: ReadonlySet<string> = new Set([
  "/api/stations/import",
  "/api/stations/imports",
  "/api/stations/bulk",
  "/api/courses/import",
  "/api/coverage/people",
]);
const PHOTO_PATH = /^\/api\/stations\/[^/]+\/photos$/;

/**
 * Refuses bodies that are larger than what is sent to their path may be. For writes only: looking for the body of a read would
 * make a whole request of what is a few headers.
 */
export function bodyLimits() {
  const limitWrite = limitBody(LARGEST_BODY_BYTES);
  const limitList = limitBody(LARGEST_LIST_BYTES);
  const limitPhoto = limitBody(LARGEST_PHOTO_BYTES, "photo_too_large");
  return createMiddleware<AppEnv>((c, next) => {
    if (LIST_PATHS.has(c.req.path)) return limitList(c, next);
    return PHOTO_PATH.test(c.req.path) ? limitPhoto(c, next) : limitWrite(c, next);
  });
}

function limitBody(maxSize: number, code: ErrorCode = "too_large") {
  return bodyLimit({
    maxSize,
    onError: () => {
      throw new ApiError(code);
    },
  });
}
