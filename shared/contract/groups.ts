import { z } from "zod";
import { GroupAnswer, GroupId, GroupInput, GroupList, GroupTried } from "../groups/group.js";
import type { Contract } from "./endpoint.js";

const params = z.object({ id: GroupId });

/** Robots of chat groups, which say what waits. */
export const groupContract = {
  listGroups: {
    route: "GET /groups",
    summary: "The group robots of an officer's reach (officer)",
    permission: "group:manage",
    answer: GroupList,
    answers: "Without their addresses",
  },
  addGroup: {
    route: "POST /groups",
    summary: "Add a group robot of WeCom, DingTalk or Feishu (officer)",
    description: "Only addresses of the three are taken. Address and secret are kept encrypted and never answered.",
    permission: "group:manage",
    write: "once",
    body: GroupInput,
    status: 201,
    answer: GroupAnswer,
    answers: "Added",
    errors: ["conflict"],
  },
  removeGroup: {
    route: "DELETE /groups/:id",
    summary: "Remove a group robot (officer)",
    permission: "group:manage",
    write: "repeatable",
    params,
    answer: z.object({ id: GroupId }),
    answers: "Gone",
    errors: ["not_found"],
  },
  tryGroup: {
    route: "POST /groups/:id/try",
    summary: "Send a line of trial to a group (officer)",
    permission: "group:manage",
    write: "once",
    params,
    answer: GroupTried,
    answers: "What came of it",
    errors: ["not_found"],
  },
} as const satisfies Contract;
