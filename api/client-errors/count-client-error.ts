import { type ClientError, LONGEST_MESSAGE, LONGEST_STACK } from "../../shared/client-errors/client-error.js";
import { clientErrorText } from "../../shared/client-errors/client-error-text.js";
import type { Dependencies } from "../dependencies.js";

/** Counts an error that a phone tells of, without anything personal that its text may hold. */
export async function countClientError(
  { clientErrors, wallClock }: Pick<Dependencies, "clientErrors" | "wallClock">,
  report: ClientError,
): Promise<void> {
  const message = clientErrorText(report.message, LONGEST_MESSAGE) || "?";
  const stack = clientErrorText(report.stack, LONGEST_STACK);
  await clientErrors.add({ ...report, message, stack }, wallClock());
}
