import { z } from "zod";
import { LongWorkAnswer } from "../long-work/long-work.js";
import { StationId } from "../stations/station.js";
import { StationBatch } from "../stations/station-batch.js";
import type { Contract } from "./endpoint.js";

const params = z.object({ id: StationId });

const POSTER = {
  permission: "open",
  params,
  answers: "The poster",
  also: { 304: "As it was" },
  errors: ["not_found", "busy"],
} as const;

/** Posters are public: whoever can see a station may hang up its poster. */
export const posterContract = {
  getPosterPdf: {
    route: "GET /stations/:id/poster.pdf",
    summary: "A station's poster, A4, as PDF",
    answer: { files: { "application/pdf": "binary" } },
    ...POSTER,
  },
  getPosterPng: {
    route: "GET /stations/:id/poster.png",
    summary: "A station's poster, A4, as PNG",
    answer: { files: { "image/png": "binary" } },
    ...POSTER,
  },
} as const satisfies Contract;

/** Posters of many stations at once, for who hangs them up in a whole city. */
export const posterBatchContract = {
  printPosters: {
    route: "POST /stations/posters",
    summary: "Draw the posters of many stations into PDFs of some dozens of pages, which takes a while (officer)",
    description: "Ask `GET /long-work/{id}` how far it is, or `POST /long-work/{id}/further` to do the next part.",
    permission: "station:print-posters",
    write: "once",
    status: 201,
    body: StationBatch,
    answer: LongWorkAnswer,
    answers: "What was begun",
    errors: ["long_work_full", "photos_unavailable"],
  },
} as const satisfies Contract;
