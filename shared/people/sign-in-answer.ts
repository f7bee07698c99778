import { z } from "zod";
import { KEPT_DAYS } from "../common/kept-days.js";
import { Account } from "./user.js";

/** A token lasts this long; then the sign-in it belongs to gives a new one. */
export const TOKEN_SECONDS = 3_600;
/** A sign-in ends after so many days without use. */
export const SIGN_IN_DAYS = KEPT_DAYS.signIns;

export const SignedIn = z.object({ token: z.string(), user: Account });
export type SignedIn = z.infer<typeof SignedIn>;

/** A code by which a signed-in phone signs a computer in. */
export const SignInCodeAnswer = z.object({
  /** Shown as text and, in `url`, as a QR. */
  code: z.string(),
  /** Known to the asking computer only: with it the sign-in is fetched, once. */
  secret: z.string(),
  expiresAt: z.iso.datetime(),
  url: z.url(),
});
export type SignInCodeAnswer = z.infer<typeof SignInCodeAnswer>;

export const SignInCodeState = z.discriminatedUnion("state", [
  z.object({ state: z.literal("pending") }),
  SignedIn.extend({ state: z.literal("signed_in") }),
]);
export type SignInCodeState = z.infer<typeof SignInCodeState>;
