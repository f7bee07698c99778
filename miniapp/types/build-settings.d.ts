/** Settings of one build, written into the code by `config/index.ts`; read in `src/build-settings.ts` only. */
declare const LOCATION_MODE: "precise" | "fuzzy" | "none";
declare const API_ORIGIN: string;
declare const VERSION_OF_CLIENT: string;
declare const TILE_URL: string;
declare const TILE_DATUM: "gcj02" | "wgs84";
declare const TILE_CREDIT: string;
declare const OPERATOR_NAME: string;
declare const COMPLAINT_PHONE: string;

declare module "*.scss";
declare module "*.css";
declare module "*.png" {
  const path: string;
  export default path;
}
