import { z } from "zod";
import {
  ScenarioAnswer,
  ScenarioChange,
  ScenarioId,
  ScenarioInput,
  ScenarioList,
  ScenarioQuery,
} from "../circle/scenario.js";
import type { Contract } from "./endpoint.js";

const params = z.object({ id: ScenarioId });

/** 方案: questions for next steps that officers keep under a name. */
export const scenarioContract = {
  listScenarios: {
    route: "GET /scenarios",
    summary: "The scenarios of an officer's reach, newest change first (officer)",
    permission: "circle:plan",
    query: ScenarioQuery,
    answer: ScenarioList,
    answers: "Scenarios",
  },
  addScenario: {
    route: "POST /scenarios",
    summary: "Keep a question for next steps under a name (officer)",
    permission: "circle:plan",
    write: "once",
    body: ScenarioInput,
    status: 201,
    answer: ScenarioAnswer,
    answers: "Kept",
    errors: ["scenarios_full"],
  },
  changeScenario: {
    route: "PUT /scenarios/:id",
    summary: "Give a scenario another name or question (officer)",
    permission: "circle:plan",
    write: "repeatable",
    params,
    body: ScenarioChange,
    answer: ScenarioAnswer,
    answers: "As it is now",
    errors: ["not_found", "conflict"],
  },
  removeScenario: {
    route: "DELETE /scenarios/:id",
    summary: "Remove a scenario (officer)",
    permission: "circle:plan",
    write: "repeatable",
    params,
    answer: z.object({ id: ScenarioId }),
    answers: "Gone",
    errors: ["not_found"],
  },
} as const satisfies Contract;
