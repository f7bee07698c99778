/** Settings of one build, written into the code by `config/index.ts`; read in `src/build-settings.ts` only. */
declare const LOCATION_MODE: "precise" | "fuzzy" | "none";
declare const API_ORIGIN: string;
declare const VERSION_OF_CLIENT: string;
declare const TILE_SOURCE: import("../config/tile-source").TileSource | null;
declare const SPEECH_PLUGIN: "off" | "wechatsi";
declare const OPERATOR_NAME: string;
declare const COMPLAINT_PHONE: string;

declare module "*.scss";
declare module "*.css";
declare module "*.png" {
  const path: string;
  export default path;
}
