import {
  OwnWanted,
  ToldWanted,
  WantedAnswer,
  WantedClasses,
  WantedInput,
  WantedOpened,
} from "../classes/wanted-class.js";
import type { Contract } from "./endpoint.js";

/** 想学: what people want to be taught, and who is told when it is. */
export const wantedClassContract = {
  listWantedClasses: {
    route: "GET /wanted-classes",
    summary: "What people in an officer's reach want to learn, with courses that may be it (officer)",
    permission: "class:manage",
    answer: WantedClasses,
    answers: "Most people first; nobody is named",
  },
  listOwnWanted: {
    route: "GET /wanted-classes/mine",
    summary: "What I want to learn, and what came of it (signed in)",
    permission: "class:book",
    answer: OwnWanted,
    answers: "The newest first",
  },
  setWanted: {
    route: "PUT /wanted-classes",
    summary: "Want to learn something in a district, or not any more (signed in)",
    permission: "class:book",
    write: "repeatable",
    body: WantedInput,
    answer: WantedAnswer,
    answers: "As it is now",
  },
  openWanted: {
    route: "POST /wanted-classes/opened",
    summary: "Say that a course is what people wanted: each of them is told once (officer)",
    permission: "class:manage",
    write: "repeatable",
    body: WantedOpened,
    answer: ToldWanted,
    answers: "How many are told, or were when this was said before",
    errors: ["not_allowed", "not_found", "course_ended"],
  },
} as const satisfies Contract;
