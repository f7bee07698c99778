import type { StationId } from "../station.js";

const PREFIX = "st_";
const GROUP = 16;

/**
 * Ids of stations in one block of bytes, which is a third of what the texts would take; and the row of each id, in a
 * table half as large again as there are rows.
 */
export class IdColumn {
  readonly #bytes: Uint8Array;
  readonly #lengths: Uint8Array;
  /** Where the first id of each sixteen begins. */
  readonly #groups: Uint32Array;
  /** Row + 1, or 0. */
  readonly #table: Uint32Array;

  /** How many letters stand in the block. */
  #end = 0;

  /** @param ids those that will be put in, one after the other */
  constructor(ids: readonly { id: StationId }[]) {
    this.#bytes = new Uint8Array(ids.reduce((sum, { id }) => sum + id.length - PREFIX.length, 0));
    this.#lengths = new Uint8Array(ids.length);
    this.#groups = new Uint32Array(Math.ceil(ids.length / GROUP));
    this.#table = new Uint32Array(2 ** Math.ceil(Math.log2(ids.length * 1.3 + 2)));
  }

  /** Puts in the id of the next row. */
  put(row: number, id: StationId): void {
    if (row % GROUP === 0) this.#groups[row / GROUP] = this.#end;
    this.#lengths[row] = id.length - PREFIX.length;
    for (let i = PREFIX.length; i < id.length; i++) this.#bytes[this.#end++] = id.charCodeAt(i);
    let slot = this.#slotOf(id);
    while (this.#table[slot] !== 0) slot = (slot + 1) & (this.#table.length - 1);
    this.#table[slot] = row + 1;
  }

  id(row: number): StationId {
    let at = this.#groups[Math.floor(row / GROUP)] ?? 0;
    for (let before = row - (row % GROUP); before < row; before++) at += this.#lengths[before] ?? 0;
    const bytes = this.#bytes;
    const end = at + (this.#lengths[row] ?? 0);
    let id = PREFIX;
    // Four at once: spreading a part of the block over the arguments takes seven times as long.
    for (; at + 4 <= end; at += 4)
      id += String.fromCharCode(bytes[at] ?? 0, bytes[at + 1] ?? 0, bytes[at + 2] ?? 0, bytes[at + 3] ?? 0);
    for (; at < end; at++) id += String.fromCharCode(bytes[at] ?? 0);
    return id;
  }

  /** Null: there is none. */
  rowOf(id: StationId): number | null {
    for (let slot = this.#slotOf(id); ; slot = (slot + 1) & (this.#table.length - 1)) {
      const entry = this.#table[slot] ?? 0;
      if (entry === 0) return null;
      if (this.id(entry - 1) === id) return entry - 1;
    }
  }

  /** FNV-1a. */
  #slotOf(id: StationId): number {
    let hash = 0x811c9dc5;
    for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
    return (hash >>> 0) & (this.#table.length - 1);
  }
}
