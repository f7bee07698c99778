export interface TileSource {
  /** Addresses with {z}, {x}, {y}, and {s} for one of the subdomains; what is drawn first stands first. */
  layers: readonly string[];
  /** One letter each. */
  subdomains: string;
  datum: "gcj02" | "wgs84";
  /** What the source of the tiles asks to be named as, with the approval of its map. */
  credit: string;
}

/** The approval that 天地图 publishes for its tiles (www.tianditu.gov.cn); TILE_CREDIT says another once it has changed. */
const TIANDITU_CREDIT = "天地图 GS（2024）0568号 · 甲测资字1100471";
/** The ground and the labels on it, both in web Mercator. */
const TIANDITU_LAYERS = ["vec", "cva"];

/**
 * Where the web map's ground comes from: 天地图 where there is a key of theirs, else the address that is set, else nothing.
 *
 * @throws Error where both are set, or the datum is unknown
 */
export function readTileSource({
  TIANDITU_KEY,
  TILE_URL,
  TILE_DATUM,
  TILE_CREDIT,
}: NodeJS.ProcessEnv): TileSource | null {
  const datum = datumOf(TILE_DATUM || "gcj02");
  if (!TIANDITU_KEY)
    return TILE_URL ? { layers: [TILE_URL], subdomains: "abc", datum, credit: TILE_CREDIT ?? "" } : null;
  if (TILE_URL) throw new Error("TIANDITU_KEY and TILE_URL are both set: expected one of them");
  const layers = TIANDITU_LAYERS.map((layer) => tiandituAddress(layer, TIANDITU_KEY));
  // CGCS2000, which is WGS-84 to less than a metre.
  return { layers, subdomains: "01234567", datum: "wgs84", credit: TILE_CREDIT || TIANDITU_CREDIT };
}

function tiandituAddress(layer: string, key: string): string {
  if (!/^[0-9a-zA-Z]{16,64}$/.test(key)) throw new Error("TIANDITU_KEY: expected 16 to 64 letters and digits");
  const fixed = `SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=${layer}&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles`;
  return `https://t{s}.tianditu.gov.cn/${layer}_w/wmts?${fixed}&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk=${key}`;
}

function datumOf(word: string): TileSource["datum"] {
  if (word === "gcj02" || word === "wgs84") return word;
  throw new Error(`TILE_DATUM=${word}: expected one of gcj02, wgs84`);
}
