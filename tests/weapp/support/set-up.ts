import { resolve } from "node:path";
import type { TestProject } from "vitest/node";
import { ensureWeapp } from "../../../scripts/set-up/weapp.mjs";

export type LocationBuild = "precise" | "fuzzy" | "none";

declare module "vitest" {
  interface ProvidedContext {
    /** Folders with the built packages, by what of the position they may ask for. */
    packages: Record<LocationBuild, string>;
  }
}

const ROOT = resolve(import.meta.dirname, "../../..");

/** Builds the package three times, as it may be uploaded; a build takes little more than one core. */
export default async function setUp(project: TestProject): Promise<void> {
  const [precise, fuzzy, none] = await Promise.all([
    ensureWeapp({ root: ROOT, location: "precise" }),
    ensureWeapp({ root: ROOT, location: "fuzzy" }),
    ensureWeapp({ root: ROOT, location: "none" }),
  ]);
  project.provide("packages", { precise, fuzzy, none });
}
