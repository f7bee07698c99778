import { z } from "zod";

/** A number in a query. The empty text is no number, although `Number("")` is 0. */
export const numberText = z
  .string()
  .regex(/^-?\d{1,12}(\.\d{1,20})?$/, { error: "要是一个数" })
  .transform(Number);

/** A whole number in a query, from the one to the other. */
export const wholeNumberText = (least: number, most: number) => numberText.pipe(z.int().min(least).max(most));
