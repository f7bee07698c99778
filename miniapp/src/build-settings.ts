import type { TileSource } from "../config/tile-source";

/** The settings of this build under names of the program; the values are written in by the compiler. */
export const LOCATION: "precise" | "fuzzy" | "none" = LOCATION_MODE;
/** Where the server is; empty on the web, where it is where the page came from. */
export const SERVER: string = API_ORIGIN;
export const API_BASE: string = `${API_ORIGIN}/api`;

/** As `package.json` has it, such as 0.1.0. */
export const CLIENT_VERSION: string = VERSION_OF_CLIENT;

/** Who runs this installation; empty where nobody said. */
export const OPERATOR: string = OPERATOR_NAME;
/** Whom people call to complain. */
export const PHONE_FOR_COMPLAINTS: string = COMPLAINT_PHONE;

/** Null: no tiles, the map's ground is drawn from what we have and needs no network. */
export const TILES: TileSource | null = TILE_SOURCE;

/** Whether this WeChat package has WeChat's speech plugin, 微信同声传译. */
export const HAS_SPEECH_PLUGIN: boolean = SPEECH_PLUGIN === "wechatsi";

export const isWechat = process.env.TARO_ENV === "weapp";
