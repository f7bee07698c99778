import type { ApiOf } from "./api-types.js";
import type { CONTRACT } from "./contract.js";

/**
 * Every endpoint that a client calls by method and path: what goes in, what comes out. Types only, so that nothing is
 * bundled.
 */
export type ApiMap = ApiOf<typeof CONTRACT>;
