import { z } from "zod";
import { CSV_TYPE, XLSX_TYPE } from "../common/file-types.js";
import { LongWorkAnswer, LongWorkId, LongWorkList } from "../long-work/long-work.js";
import type { Contract } from "./endpoint.js";

const OfWork = z.object({ id: LongWorkId });

/**
 * What was begun elsewhere (`POST /audit/exports`, `/stations/posters`, `/stations/imports`) and takes longer than
 * one request.
 */
export const longWorkContract = {
  listLongWork: {
    route: "GET /long-work",
    summary: "What the caller has begun within a day (officer)",
    permission: "long-work:own",
    answer: LongWorkList,
    answers: "Newest first",
  },
  getLongWork: {
    route: "GET /long-work/:id",
    summary: "How far a long piece of work is, with the files there are so far (who began it)",
    permission: "long-work:own",
    params: OfWork,
    answer: LongWorkAnswer,
    answers: "How far it is",
    errors: ["not_found"],
  },
  furtherLongWork: {
    route: "POST /long-work/:id/further",
    summary: "Do the next slice now, for whoever waits for it: the jobs do it by themselves otherwise (who began it)",
    permission: "long-work:own",
    write: "repeatable",
    params: OfWork,
    answer: LongWorkAnswer,
    answers: "How far it is then",
    errors: ["not_found", "photos_unavailable", "busy"],
  },
  cancelLongWork: {
    route: "POST /long-work/:id/cancel",
    summary:
      "Stop it; what it has left so far stays for its day. An import that is being shown cannot be stopped (who began it)",
    permission: "long-work:own",
    write: "repeatable",
    params: OfWork,
    answer: LongWorkAnswer,
    answers: "How far it came; what has ended already stays as it ended",
    errors: ["not_found", "long_work_too_late"],
  },
  getLongWorkFile: {
    route: "GET /long-work/:id/files/:number",
    summary: "One of the files, by its place from 1 on, for a day (who began it)",
    permission: "long-work:own",
    params: OfWork.extend({ number: z.string().regex(/^[1-9]\d{0,3}$/) }),
    answer: {
      files: { [CSV_TYPE]: "text", [XLSX_TYPE]: "binary", "application/pdf": "binary", "application/json": "text" },
    },
    answers: "The file",
    errors: ["not_found", "photos_unavailable"],
  },
} as const satisfies Contract;
