import L from "leaflet";
import { type MapPoint, toGcj02, toWgs84 } from "../../../shared/common/place";

/** The map's own pictures, where whoever runs the server has named some. */
export function addTiles(map: L.Map): void {
  if (TILE_URL !== "") L.tileLayer(TILE_URL, { attribution: TILE_CREDIT, maxZoom: 18 }).addTo(map);
}

/** @param point GCJ-02 @returns where it lies on the map's pictures */
export function onTiles(point: MapPoint): L.LatLngTuple {
  const { latitude, longitude } = TILE_DATUM === "wgs84" ? toWgs84(point) : point;
  return [latitude, longitude];
}

/** @returns GCJ-02 */
export function fromTiles({ lat, lng }: L.LatLng): MapPoint {
  const point = { latitude: lat, longitude: lng };
  return TILE_DATUM === "wgs84" ? toGcj02(point, "wgs84") : point;
}
