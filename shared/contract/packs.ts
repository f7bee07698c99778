import { z } from "zod";
import { PACK_FILE } from "../packs/area.js";
import type { DetailPack } from "../packs/detail-pack.js";
import type { LitePack } from "../packs/lite-pack.js";
import { PackManifest } from "../packs/pack-answer.js";
import { NearestQuery } from "../stations/station-answer.js";
import type { Contract } from "./endpoint.js";

/** What phones keep for the time without network. */
export const packsContract = {
  listPacks: {
    route: "GET /packs/manifest",
    summary: "The packs around a place, and how new they are",
    permission: "open",
    // GCJ-02: an area is far larger than what lies between the datums.
    query: NearestQuery.pick({ latitude: true, longitude: true }),
    answer: PackManifest,
    answers: "Areas that have stations",
  },
  getPack: {
    route: "GET /packs/:file",
    summary:
      "The stations of an area as a file that never changes: for finding them (a.v.json), or the rest (a.v.detail.json)",
    permission: "open",
    params: z.object({ file: z.string().regex(PACK_FILE, { error: "不是离线包" }) }),
    answer: z.custom<LitePack | DetailPack>().meta({ type: "object" }),
    answers: "Columns; shared/packs/ says what is in them",
    also: { 304: "The caller has it" },
    errors: ["not_found"],
  },
} as const satisfies Contract;
