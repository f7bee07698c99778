import { setTimeout } from "node:timers/promises";
import { ApiError } from "../api-error.js";
import { AMENITY_KEY_PREFIX, CHANGED_KEYS } from "../redis/changed-station-keys.js";
import type { Redis } from "../redis/client.js";
import { keys } from "../redis/keys.js";
import { storeJournalScript } from "../redis/scripts/publish-import.js";

type Look = ReturnType<Redis["multi"]>;

/** How many changes one script stores: Redis does nothing else for some 10 ms then. */
const HELPING = 100;
/** How long a change waits for the gate of an import, before whoever asked for it is told to come again. */
const GATE_TRIES = 100;
const GATE_WAIT_MS = 50;

/**
 * The import that is shown and not wholly stored yet, if there is one. Whoever reads or changes stations in Redis stores the
 * rest of it first, so that nobody sees a part of it (docs/decisions/0009-import-in-one-switch.md).
 */
export function createImportJournal(redis: Redis) {
  const storeScript = redis.createScript<string>(storeJournalScript);

  /**
   * Stores what is left; several may do so at the same time.
   *
   * @param onStored hears how many changes are left, and is waited for
   */
  async function store(onStored?: (left: number) => unknown): Promise<void> {
    for (;;) {
      const left = Number(
        await storeScript.exec(
          [...CHANGED_KEYS, keys.importJournal, keys.importAct, keys.act(""), keys.actsOf("")],
          [AMENITY_KEY_PREFIX, String(HELPING)],
        ),
      );
      await onStored?.(left);
      if (left === 0) return;
    }
  }

  /** Asks several things in one look, of stations as they are before an import or after it. The answers, in order. */
  async function read(ask: (look: Look) => unknown): Promise<unknown[]> {
    for (;;) {
      const look = redis.multi();
      look.exists(keys.importJournal);
      ask(look);
      const [isUnderWay, ...answers] = await look.exec<unknown[]>();
      if (Number(isUnderWay) === 0) return answers;
      await store();
    }
  }

  /** The same for a script that is given the journal's key, and replies {"import"} where there is one. */
  async function readByScript(exec: () => Promise<unknown>): Promise<unknown> {
    for (;;) {
      const reply = await exec();
      if (!Array.isArray(reply) || reply[0] !== "import") return reply;
      await store();
    }
  }

  /**
   * The same for a script that changes stations, which an import that is looked through holds off too; it may also reply
   * "import".
   *
   * @throws ApiError `busy` where imports hold changes off for long
   */
  async function writeByScript(exec: () => Promise<unknown>): Promise<unknown> {
    for (let attempt = 0; attempt < GATE_TRIES; attempt++) {
      const reply = await exec();
      if (reply !== "import" && !(Array.isArray(reply) && reply[0] === "import")) return reply;
      await store();
      await setTimeout(GATE_WAIT_MS);
    }
    throw new ApiError("busy");
  }

  return { store, read, readByScript, writeByScript };
}
