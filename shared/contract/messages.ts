import { TemplatesAnswer } from "../messages/templates-answer.js";
import type { Contract } from "./endpoint.js";

export const messagesContract = {
  listTemplates: {
    route: "GET /messages/templates",
    summary: "The WeChat templates that a phone may ask a person to agree to, by kind of message",
    permission: "open",
    answer: TemplatesAnswer,
    answers: "The ids; empty where no mini-program is set up",
  },
} as const satisfies Contract;
