import { instantText } from "../../shared/common/instant.js";
import { messagesContract } from "../../shared/contract/messages.js";
import type { MessageKind } from "../../shared/messages/message-kind.js";
import type { Dependencies } from "../dependencies.js";
import { contractRoutes } from "../http/contract-routes.js";
import { listLines } from "../notices/list-lines.js";
import { grantsLeft, takeGrants } from "../notices/take-grants.js";

export function messageRoutes(deps: Dependencies) {
  return contractRoutes(deps, messagesContract, {
    listTemplates: ({ c }) => {
      const { wechat, messageTemplates } = deps;
      const ids = Object.entries(messageTemplates).map(([kind, { id }]) => [kind as MessageKind, id] as const);
      c.header("Cache-Control", "public, max-age=300");
      return { templates: wechat === null ? {} : Object.fromEntries(ids) };
    },
    addGrants: ({ body, user }) => takeGrants(deps, user.id, body),
    readOwnMessages: async ({ user }) => {
      const [left, found] = await Promise.all([grantsLeft(deps, user.id), listLines(deps, user)]);
      return { asOf: instantText(deps.clock()), left, ...found };
    },
  });
}
