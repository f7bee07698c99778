// @ts-check
/**
 * A set-up step that cannot go on for a reason the person at the keyboard can change.
 * Its message is shown as it is, without a stack.
 */
export class SetUpError extends Error {
  /** @param {...string} lines what happened, and the ways on */
  constructor(...lines) {
    super(lines.join("\n"));
    this.name = "SetUpError";
  }
}
