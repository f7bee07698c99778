const SLOTS = 16_384;

/**
 * The slot of a cluster in which a key lies: CRC16 (XMODEM) of the text in its first braces, else of all of it, as the
 * specification of Redis Cluster has it.
 */
export function keySlot(key: string): number {
  const tag = /\{([^}]+)\}/.exec(key);
  const hashed = tag !== null && key.indexOf("{") === tag.index ? (tag[1] ?? key) : key;
  let crc = 0;
  for (const byte of Buffer.from(hashed)) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff;
  }
  return crc % SLOTS;
}
