import { z } from "zod";
import { AuditList } from "../audit/audit-answer.js";
import { StationId } from "../stations/station.js";
import type { Contract } from "./endpoint.js";

export const auditContract = {
  listAudit: {
    route: "GET /audit",
    summary: "Who changed what, newest first, within an officer's reach (officer)",
    permission: "audit:read",
    query: z.object({
      subject: z.string().max(60).optional().meta({ description: "The id of a station, task or person" }),
      stationId: StationId.optional().meta({ description: "A station, with the tasks made about it" }),
      cursor: z
        .string()
        .regex(/^[1-9]\d{0,14}-\d{1,19}$/)
        .optional(),
    }),
    answer: AuditList,
    answers: "A page",
  },
} as const satisfies Contract;
