import { readTileSource, type TileSource } from "./tile-source";

/** What the environment of a build may set. An unknown word stops the build instead of shipping a wrong package. */
export interface BuildEnvironment {
  /** WeChat lets an app declare only one of the two location interfaces, hence a setting of the build. */
  locationMode: "precise" | "fuzzy" | "none";
  /** Where the API is, without `/api`. Empty: the origin the pages came from, which only the web has. */
  apiOrigin: string;
  /** The ground of the web map; null: it is drawn from what we have. */
  tiles: TileSource | null;
  /** Whether the WeChat package declares WeChat's speech plugin, which its console must have been given first. */
  readsAloud: "off" | "wechatsi";
  /** Who runs this installation, as the legal pages name it. Empty: they point to WeChat's own page about it. */
  operatorName: string;
  /** Whom people call to complain; the unions' own line where none is set. */
  complaintPhone: string;
  /** The mini-program's app id; WeChat's visitor id where none is set. */
  appId: string;
}

export function readBuildEnvironment(source: NodeJS.ProcessEnv): BuildEnvironment {
  return {
    locationMode: oneOf("YIZHAN_LOCATION", source.YIZHAN_LOCATION, ["precise", "fuzzy", "none"]),
    apiOrigin: originOf(source.API_ORIGIN, source.TARO_ENV === "weapp" ? "http://127.0.0.1:3000" : ""),
    tiles: readTileSource(source),
    readsAloud: oneOf("YIZHAN_READ_ALOUD", source.YIZHAN_READ_ALOUD, ["off", "wechatsi"]),
    operatorName: (source.OPERATOR_NAME ?? "").trim(),
    complaintPhone: phoneOf(source.COMPLAINT_PHONE, "12351"),
    appId: source.WEAPP_APP_ID || "touristappid",
  };
}

/** The given word, or the first of those allowed where none is given. */
function oneOf<Word extends string>(
  name: string,
  given: string | undefined,
  allowed: readonly [Word, ...Word[]],
): Word {
  if (given === undefined || given === "") return allowed[0];
  const word = allowed.find((candidate) => candidate === given);
  if (word === undefined) throw new Error(`${name}=${given}: expected one of ${allowed.join(", ")}`);
  return word;
}

function phoneOf(given: string | undefined, otherwise: string): string {
  const phone = given === undefined || given === "" ? otherwise : given;
  if (!/^[\d-]{5,20}$/.test(phone)) throw new Error(`COMPLAINT_PHONE=${given}: expected digits and -`);
  return phone;
}

function originOf(given: string | undefined, otherwise: string): string {
  const origin = given === undefined || given === "" ? otherwise : given.replace(/\/+$/, "");
  if (origin !== "" && !/^https?:\/\//.test(origin)) throw new Error(`API_ORIGIN=${given}: expected http(s)://host`);
  return origin;
}
