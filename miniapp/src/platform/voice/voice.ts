/** Something that reads aloud. */
export interface Voice {
  /** Begins to read, in place of what was being read; calls `onEnd` when it is over, also where it fails. */
  say(text: string, onEnd: () => void): void;
  stop(): void;
}
