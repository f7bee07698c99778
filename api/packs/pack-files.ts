import type { MapPoint } from "../../shared/common/place.js";
import { areasAround } from "../../shared/packs/area.js";
import type { Dependencies } from "../dependencies.js";

/** Files kept in memory, those asked for longest ago out first. */
const MOST_CHARACTERS = 8_000_000;

/** Packs by the name of their file. */
export function createPackFiles({ packs: { readLite, readDetail, readVersions } }: Pick<Dependencies, "packs">) {
  const made = new Map<string, string>();
  let characters = 0;

  function keep(file: string, text: string): void {
    made.set(file, text);
    characters += text.length;
    for (const [oldest, dropped] of made) {
      if (characters <= MOST_CHARACTERS) break;
      made.delete(oldest);
      characters -= dropped.length;
    }
  }

  /** @param file `{area}.{version}.json` or `{area}.{version}.detail.json`. Null: there is no such version any more. */
  async function read(file: string): Promise<string | null> {
    const known = made.get(file);
    if (known !== undefined) return known;
    const [area = "", version = "", part] = file.split(".");
    const pack = part === "detail" ? await readDetail(area, version) : await readLite(area, version);
    if (pack === null) return null;
    const text = JSON.stringify(pack);
    if (!made.has(file)) keep(file, text);
    return text;
  }

  /** The versions of the areas around a position, as they are now. */
  const versionsAround = (position: MapPoint) => readVersions(areasAround(position));

  return { read, versionsAround };
}
