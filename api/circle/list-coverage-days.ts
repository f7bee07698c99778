import type { z } from "zod";
import type { CoverageDaysAnswer } from "../../shared/circle/coverage-answer.js";
import { instantText } from "../../shared/common/instant.js";
import type { Dependencies } from "../dependencies.js";

/** How far a city's circle reached on each of the days that were kept. */
export async function listCoverageDays(
  { coverageDays, clock }: Pick<Dependencies, "coverageDays" | "clock">,
  city: string,
): Promise<z.infer<typeof CoverageDaysAnswer>> {
  return { asOf: instantText(clock()), days: await coverageDays.list(city) };
}
