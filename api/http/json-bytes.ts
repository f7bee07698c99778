/**
 * JSON as it is sent: a text with one character for each byte of its UTF-8. Such texts are put together like any others, in
 * half the memory, and need not be encoded again when they are sent.
 */
export function jsonBytes(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString("latin1");
}

/** What {@link jsonBytes} wrote, and plain letters, digits and signs between. */
export function bytesOf(text: string): Buffer<ArrayBuffer> {
  return Buffer.from(text, "latin1");
}
