import { timingSafeEqual } from "node:crypto";
import type { SessionId } from "../../shared/classes/class-session.js";
import type { EpochMs } from "../../shared/common/time.js";

/** A new code so often; the one before is taken too, for whoever was still typing. */
const STEP_MS = 30_000;
const GRACE_STEPS = 1;
const DIGITS = 6;

type Fingerprint = (text: string) => string;

/**
 * The code that the hall's screen shows now. It follows from the installation's key, the session and the time: nothing
 * is stored, and nobody without the key can say the next one.
 */
export function checkInCode(
  fingerprint: Fingerprint,
  sessionId: SessionId,
  now: EpochMs,
): { code: string; expiresAt: EpochMs } {
  const step = Math.floor(now / STEP_MS);
  return { code: codeOfStep(fingerprint, sessionId, step), expiresAt: (step + 1) * STEP_MS };
}

/** Whether a code is the present one or the one before, found out in the same time whatever is wrong with it. */
export function isCheckInCode(
  fingerprint: Fingerprint,
  { sessionId, code }: { sessionId: SessionId; code: string },
  now: EpochMs,
): boolean {
  const shown = Buffer.from(code);
  const step = Math.floor(now / STEP_MS);
  let isRight = false;
  for (let ago = 0; ago <= GRACE_STEPS; ago++) {
    const expected = Buffer.from(codeOfStep(fingerprint, sessionId, step - ago));
    if (shown.length === expected.length && timingSafeEqual(shown, expected)) isRight = true;
  }
  return isRight;
}

function codeOfStep(fingerprint: Fingerprint, sessionId: SessionId, step: number): string {
  const number = Number.parseInt(fingerprint(`check-in ${sessionId} ${step}`).slice(0, 12), 16);
  return String(number % 10 ** DIGITS).padStart(DIGITS, "0");
}
