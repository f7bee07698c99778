import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { ApiError } from "../api-error.js";
import type { AppEnv } from "./app-env.js";

/**
 * What an app answers where it has no route: that there is nothing, or, where there is something for other methods, which
 * these are.
 */
export function answerNotFound(app: OpenAPIHono<AppEnv>) {
  return (c: Context<AppEnv>): never => {
    const methods = methodsAt(app, c.req.path);
    if (methods.length === 0) throw new ApiError("not_found");
    c.header("Allow", methods.join(", "));
    throw new ApiError("method_not_allowed");
  };
}

function methodsAt({ openAPIRegistry }: OpenAPIHono<AppEnv>, path: string): string[] {
  const methods = openAPIRegistry.definitions.flatMap((definition) =>
    definition.type === "route" && patternOf(definition.route.path).test(path)
      ? [definition.route.method.toUpperCase()]
      : [],
  );
  return [...new Set(methods.flatMap((method) => (method === "GET" ? ["GET", "HEAD"] : [method])))].sort();
}

/** `/stations/{id}` as an expression. */
function patternOf(path: string): RegExp {
  const words = path.split(/\{[^}]+\}/).map((word) => word.replaceAll(/[.*+?^$()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${words.join("[^/]+")}/?$`);
}
