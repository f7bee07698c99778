import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Context, MiddlewareHandler, TypedResponse } from "hono";
import { createMiddleware } from "hono/factory";
import type { z } from "zod";
import type { Contract, Endpoint, FileContent } from "../../shared/contract/endpoint.js";
import type { Action } from "../../shared/people/permissions.js";
import type { User } from "../../shared/people/user.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import type { Doer } from "../people/doer.js";
import { type AppEnv, createRouter } from "./app-env.js";
import { describeEndpoint, isAction, isFile } from "./describe-endpoint.js";
import { doerOf } from "./doer-of.js";
import { requirePermission } from "./require-permission.js";
import { acceptSignIn } from "./who-asks.js";

type Read<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;

/** A request that was let in and whose input is right. */
export interface Call<E extends Endpoint> {
  params: Read<E["params"]>;
  query: Read<E["query"]>;
  /** Of a file nothing is read: `c.req` has it. */
  body: Read<E["body"]>;
  /** Who asks, behind a permission. */
  user: E["permission"] extends Action ? User : undefined;
  /** Who asks, as the record names them. */
  doer: E["permission"] extends Action ? Doer : undefined;
  c: Context<AppEnv>;
}

/** A value is sent as JSON with the status of the table; what needs more is an answer of the framework's. */
type Answer<E extends Endpoint> = E["answer"] extends z.ZodType
  ? z.input<E["answer"]> | TypedResponse<z.input<E["answer"]>>
  : Response;

type Handler<E extends Endpoint> = (call: Call<E>) => Answer<E> | Promise<Answer<E>>;

/** One handler for each endpoint of a table: one too few, one too many or another answer is a type error. */
export type Handlers<Table extends Contract> = { [Name in keyof Table]: Handler<Table[Name]> };

/**
 * The routes of a table: who may call comes first, then what comes in is read, then the handler decides. What is answered
 * behind a permission is for whoever asked, and is kept by nobody on the way.
 */
export function contractRoutes<Table extends Contract>(
  deps: Pick<Dependencies, "signIns" | "wallClock">,
  table: Table,
  handlers: Handlers<Table>,
): OpenAPIHono<AppEnv> {
  const router = createRouter();
  for (const [name, endpoint] of Object.entries(table)) {
    const middleware = [...guardOf(deps, endpoint), ...typeGateOf(endpoint)];
    router.openapi({ ...describeEndpoint(name, endpoint), middleware }, ((c: Context<AppEnv>) =>
      handle(c, endpoint, handlers[name] as Handler<Endpoint>)) as never);
  }
  return router;
}

async function handle(c: Context<AppEnv>, endpoint: Endpoint, handler: Handler<Endpoint>): Promise<Response> {
  const isGuarded = isAction(endpoint.permission);
  const valid = (part: "param" | "query" | "json") => c.req.valid(part as never);
  const answer: unknown = await handler({
    params: endpoint.params && valid("param"),
    query: endpoint.query && valid("query"),
    body: endpoint.body && !isFile(endpoint.body) ? valid("json") : undefined,
    user: isGuarded ? c.get("user") : undefined,
    doer: isGuarded ? doerOf(c) : undefined,
    c,
  } as Call<Endpoint>);
  return answer instanceof Response ? answer : c.json(answer as object, endpoint.status ?? 200);
}

function guardOf(deps: Pick<Dependencies, "signIns" | "wallClock">, { permission }: Endpoint): MiddlewareHandler[] {
  if (permission === "known") return [acceptSignIn(deps)];
  return isAction(permission) ? [requirePermission(deps, permission)] : [];
}

/** Refuses files of other types before they are read. A charset is not believed: the content tells. */
function typeGateOf({ body }: Endpoint): MiddlewareHandler[] {
  if (body === undefined || !isFile(body)) return [];
  const { files, otherwise } = body as FileContent & { otherwise: ApiError["code"] };
  const gate = createMiddleware<AppEnv>(async (c, next) => {
    const [type = ""] = (c.req.header("content-type") ?? "").split(";");
    if (!(type.trim().toLowerCase() in files)) throw new ApiError(otherwise);
    await next();
  });
  return [gate];
}
