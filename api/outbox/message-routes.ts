import { createRoute } from "@hono/zod-openapi";
import type { MessageKind } from "../../shared/messages/message-kind.js";
import { TemplatesAnswer } from "../../shared/messages/templates-answer.js";
import type { Dependencies } from "../dependencies.js";
import { errorAnswers, jsonAnswer } from "../http/answers.js";
import { createRouter } from "../http/app-env.js";

const templatesRoute = createRoute({
  method: "get",
  path: "/templates",
  summary: "The WeChat templates that a phone may ask a person to agree to, by kind of message",
  responses: {
    200: jsonAnswer("The ids; empty where no mini-program is set up", TemplatesAnswer),
    ...errorAnswers(),
  },
});

export function messageRoutes(deps: Pick<Dependencies, "wechat" | "messageTemplates">) {
  return createRouter().openapi(templatesRoute, (c) => {
    const { wechat, messageTemplates } = deps;
    const ids = Object.entries(messageTemplates).map(([kind, { id }]) => [kind as MessageKind, id] as const);
    c.header("Cache-Control", "public, max-age=300");
    return c.json({ templates: wechat === null ? {} : Object.fromEntries(ids) }, 200);
  });
}
