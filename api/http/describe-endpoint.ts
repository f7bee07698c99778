import { createRoute, type RouteConfig } from "@hono/zod-openapi";
import type { z } from "zod";
import type { Endpoint, FileContent } from "../../shared/contract/endpoint.js";
import { ErrorAnswer } from "../../shared/contract/error-answer.js";
import { ERRORS, type ErrorCode } from "../../shared/contract/error-codes.js";
import { type Action, PERMISSIONS } from "../../shared/people/permissions.js";
import { ROLES } from "../../shared/people/roles.js";

/** The ways in which requests prove who they are, for the description. */
export const SECURITY_SCHEMES = {
  token: { type: "http", scheme: "bearer", description: "The token of a sign-in" },
  timer: { type: "http", scheme: "bearer", description: "The secret of the timer, `CRON_SECRET`" },
} as const;

const Failure = ErrorAnswer.meta({ id: "ErrorAnswer" });

/**
 * An endpoint of a table as the framework takes it: its check of what comes in and its part of the description
 * follow.
 */
export function describeEndpoint(operationId: string, endpoint: Endpoint) {
  const { route, summary, description, params, query, body, mayLackBody = false } = endpoint;
  const [method = "", path = ""] = route.split(" ");
  return createRoute({
    method: method.toLowerCase() as RouteConfig["method"],
    path: path.replace(/:(\w+)/g, "{$1}"),
    operationId,
    summary,
    ...(description === undefined ? {} : { description }),
    security: securityOf(endpoint),
    request: {
      ...(params === undefined ? {} : { params }),
      ...(query === undefined ? {} : { query: query as z.ZodObject }),
      ...(body === undefined ? {} : { body: { required: !mayLackBody, content: contentOf(body) } }),
    },
    responses: responsesOf(endpoint),
  });
}

/** Every way an endpoint may fail: those of its table, and those that follow from what it asks for. */
export function errorsOf({ permission, params, query, body, write, errors = [] }: Endpoint): ErrorCode[] {
  const codes = new Set<ErrorCode>(errors);
  if (params !== undefined || query !== undefined || body !== undefined) codes.add("invalid_input");
  if (body !== undefined && !isFile(body))
    for (const code of ["malformed_json", "json_expected"] as const) codes.add(code);
  if (body !== undefined && isFile(body)) codes.add(body.otherwise);
  if (body !== undefined) codes.add("too_large");
  if (permission === "known" || permission === "token" || isAction(permission)) codes.add("sign_in_expired");
  if (permission === "token" || isAction(permission)) codes.add("not_signed_in");
  if (isAction(permission) && ROLES.some((role) => !mayAtAll(permission, role))) codes.add("not_allowed");
  if (write === "once" || write === "repeatable") {
    for (const code of ["request_in_progress", "idempotency_key_reused"] as const) codes.add(code);
  }
  for (const code of ["client_too_old", "too_many_requests", "internal", "redis_refuses", "redis_down"] as const)
    codes.add(code);
  return [...codes];
}

export function isAction(permission: Endpoint["permission"]): permission is Action {
  return permission in PERMISSIONS;
}

export function isFile(content: object): content is FileContent {
  return "files" in content;
}

function mayAtAll(action: Action, role: (typeof ROLES)[number]): boolean {
  return (PERMISSIONS[action] as readonly string[]).includes(role);
}

function securityOf({ permission }: Endpoint): Record<string, string[]>[] {
  if (permission === "open" || permission === "wechat") return [];
  if (permission === "known") return [{}, { token: [] }];
  return [permission === "timer" ? { timer: [] } : { token: [] }];
}

const FILE_SCHEMAS = {
  text: { type: "string" },
  binary: { type: "string", format: "binary" },
  form: { type: "object", properties: { photo: { type: "string", format: "binary" } }, required: ["photo"] },
} as const;

function contentOf(content: z.ZodType | FileContent) {
  if (!isFile(content)) return { "application/json": { schema: content } };
  return Object.fromEntries(
    Object.entries(content.files).map(([type, kind]) => [type, { schema: { ...FILE_SCHEMAS[kind] } as object }]),
  );
}

function responsesOf(endpoint: Endpoint): RouteConfig["responses"] {
  const failures: Record<number, string[]> = {};
  for (const code of errorsOf(endpoint)) {
    const { status } = ERRORS[code];
    failures[status] = [...(failures[status] ?? []), code];
  }
  const failed = (codes: string[]) => ({
    description: codes.join(", "),
    content: { "application/json": { schema: Failure } },
  });
  return {
    [endpoint.status ?? 200]: { description: endpoint.answers, content: contentOf(endpoint.answer) },
    ...Object.fromEntries(
      Object.entries(endpoint.also ?? {}).map(([status, description]) => [status, { description }]),
    ),
    ...Object.fromEntries(Object.entries(failures).map(([status, codes]) => [status, failed(codes)])),
  };
}
