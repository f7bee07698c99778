import { z } from "zod";
import { AuditList } from "../audit/audit-answer.js";
import { AuditExportQuestion } from "../audit/audit-export.js";
import { AuditPart } from "../audit/audit-part.js";
import { LongWorkAnswer } from "../long-work/long-work.js";
import type { Contract } from "./endpoint.js";

export const auditContract = {
  listAudit: {
    route: "GET /audit",
    summary: "Who changed what, newest first, within an officer's reach (officer)",
    permission: "audit:read",
    query: AuditPart.extend({
      subject: z.string().max(60).optional().meta({ description: "The id of a station, task or person" }),
      cursor: z
        .string()
        .regex(/^[1-9]\d{0,14}-\d{1,19}$/)
        .optional(),
    }),
    answer: AuditList,
    answers: "A page",
  },
  exportAudit: {
    route: "POST /audit/exports",
    summary: "Write the record within an officer's reach into files, which takes a while (officer)",
    description: "Ask `GET /long-work/{id}` how far it is, or `POST /long-work/{id}/further` to do the next part.",
    permission: "audit:read",
    write: "once",
    status: 201,
    body: AuditExportQuestion,
    answer: LongWorkAnswer,
    answers: "What was begun",
    errors: ["long_work_full", "photos_unavailable"],
  },
} as const satisfies Contract;
