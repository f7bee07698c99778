/** Tile address of the map, with {z}, {x}, {y}; empty: plain ground. */
declare const TILE_URL: string;
declare const TILE_DATUM: "gcj02" | "wgs84";
declare const TILE_CREDIT: string;
/** What build/antd-styles.ts makes. */
declare module "virtual:antd.css";
