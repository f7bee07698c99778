import { auditContract } from "./audit.js";
import type { Contract } from "./endpoint.js";
import { messagesContract } from "./messages.js";
import { uniformityContract } from "./uniformity.js";

/** Every endpoint of the API. The server builds its routes from the parts; this is for tests, and for types. */
export const CONTRACT = {
  ...auditContract,
  ...messagesContract,
  ...uniformityContract,
} as const satisfies Contract;
