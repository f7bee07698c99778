import type { Context } from "hono";
import { ImportMends } from "../../shared/stations/import/mends.js";
import { ApiError } from "../api-error.js";
import type { AppEnv } from "./app-env.js";

const FORM_TYPE = "multipart/form-data";

/**
 * The list of a request, with what was put right in it: the body itself, or the field `file` of a form whose field
 * `mends` holds the rest as JSON.
 *
 * @throws ApiError `invalid_input` where the form holds no file, or mends that nobody can read
 */
export async function sentList(c: Context<AppEnv>): Promise<{ file: Uint8Array; mends?: ImportMends }> {
  const contentType = c.req.header("content-type") ?? "";
  const body = await c.req.arrayBuffer();
  if (contentType.split(";")[0]?.trim().toLowerCase() !== FORM_TYPE) return { file: new Uint8Array(body) };
  const form = await new Response(body, { headers: { "content-type": contentType } }).formData().catch(() => null);
  const file = form?.get("file");
  if (!(file instanceof File))
    throw new ApiError("invalid_input", [{ path: "file", message: "没有收到名单，请再选一次" }]);
  return { file: new Uint8Array(await file.arrayBuffer()), mends: readMends(form?.get("mends") ?? null) };
}

function readMends(text: unknown): ImportMends {
  const read = ImportMends.safeParse(typeof text === "string" ? jsonOf(text) : {});
  if (read.success) return read.data;
  throw new ApiError("invalid_input", [{ path: "mends", message: "改了哪几格没有读懂" }]);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
