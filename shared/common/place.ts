import gcoord from "gcoord";

/**
 * GCJ-02 is the datum of every map shown to people in China (WeChat, Tencent, Amap); WGS-84 is what satellites and
 * browsers give; BD-09 is Baidu's own.
 */
export type Datum = "gcj02" | "wgs84" | "bd09";

/** Degrees. Inside the program always GCJ-02; any other datum is converted where it comes in. */
export interface MapPoint {
  latitude: number;
  longitude: number;
}

const CRS = { gcj02: gcoord.GCJ02, wgs84: gcoord.WGS84, bd09: gcoord.BD09 } as const;

/** Whether a point lies in the rectangle around China, islands included; a swapped pair never does. */
export function isInChina({ latitude, longitude }: MapPoint): boolean {
  return latitude >= 3 && latitude <= 54 && longitude >= 73 && longitude <= 136;
}

/** Converts a point to GCJ-02. Points outside China keep their WGS-84 position, as the datum is defined only inside. */
export function toGcj02(point: MapPoint, from: Datum): MapPoint {
  return convert(point, from, "gcj02");
}

/** Converts a GCJ-02 point to WGS-84, to about a metre: the datum has no exact public inverse. */
export function toWgs84(point: MapPoint): MapPoint {
  return convert(point, "gcj02", "wgs84");
}

function convert(point: MapPoint, from: Datum, to: Datum): MapPoint {
  if (from === to) return { latitude: point.latitude, longitude: point.longitude };
  const [longitude, latitude] = gcoord.transform([point.longitude, point.latitude], CRS[from], CRS[to]);
  return { latitude, longitude };
}
