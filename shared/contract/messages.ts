import { GrantInput, GrantsLeft, OwnMessages } from "../messages/grants.js";
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
  addGrants: {
    route: "POST /messages/grants",
    summary: "What a person said when WeChat asked them about messages",
    description:
      "One yes of a template is good for one message of it. Up to 60 of each are believed; WeChat has the last word. " +
      "With `reportId`, a report of theirs, they are told what comes of it.",
    permission: "account:own",
    write: "once",
    body: GrantInput,
    answer: GrantsLeft,
    answers: "How many may be sent now, by kind",
    errors: ["not_found"],
  },
  readOwnMessages: {
    route: "GET /messages/mine",
    summary: "What waits for a keeper, and how many messages may be sent to them",
    permission: "account:own",
    answer: OwnMessages,
    answers: "Without lines for people who keep no station",
  },
} as const satisfies Contract;
