import { BoardAnswer, BoardDayAnswer, BoardDayQuery, BoardQuery } from "../board/board-answer.js";
import type { Contract } from "./endpoint.js";

/** 看板: what a leader or partner reads of a city or county, and nothing about a person. */
export const boardContract = {
  getBoard: {
    route: "GET /board",
    summary: "The board of a city or county: its four numbers, twelve months, next steps, searches that found nothing",
    description: "Hours and cells are those of `GET /coverage` and `GET /coverage/cells`, by posted hours.",
    permission: "board:read",
    query: BoardQuery,
    answer: BoardAnswer,
    answers: "The board",
    errors: ["not_allowed", "busy"],
  },
  getBoardDay: {
    route: "GET /board/day",
    summary: "A day of the board: how each cell stands at each half hour, and the shares",
    permission: "board:read",
    query: BoardDayQuery,
    answer: BoardDayAnswer,
    answers: "The day",
    errors: ["not_allowed", "busy"],
  },
} as const satisfies Contract;
