import { z } from "zod";
import { readShortCode } from "./short-code.js";

/** A code as a person types it: small letters and spaces do no harm. */
export const shortCodeParam = (length: number) =>
  z.object({
    code: z
      .string()
      .max(40)
      .transform((text, context) => {
        const code = readShortCode(text, length);
        if (code !== null) return code;
        context.addIssue({ code: "custom", message: `要填 ${length} 位的码` });
        return z.NEVER;
      })
      .meta({ type: "string" }),
  });
