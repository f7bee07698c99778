import { inject } from "vitest";

/** Where this test file's product is served. Files that run side by side have one each, for they set its clock. */
export function origin(): string {
  const worker = Number(process.env.VITEST_POOL_ID);
  const served = inject("origins")[worker - 1];
  if (served === undefined) throw new Error(`No product was started for worker ${worker}.`);
  return served;
}
