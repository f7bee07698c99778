/** A wet thumb taps what it did not mean: so long a tap can be taken back before it is sent. */
export const UNDO_MS = 5_000;
