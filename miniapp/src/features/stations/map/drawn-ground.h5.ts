import L from "leaflet";
import { distanceMetres } from "../../../../../shared/common/distance";
import type { MapPoint } from "../../../../../shared/common/place";
import { callApi } from "../../../http/call-api";

/** Ten minutes on foot and some; more rings say no more. */
const RING_METRES = 1_000;
const RINGS = 5;
/** Of latitude. */
const METRES_PER_DEGREE = 111_320;
/** A district whose stations lie farther away is on no map that somebody looks at. */
const DISTRICTS_WITHIN_METRES = 40_000;

/** Lays a point, GCJ-02, on the datum of the map. */
type Lay = (point: MapPoint) => L.LatLng;

/** Rings of so many kilometres around a place, each with its figure at the top: how far a pin is, without streets. */
export function drawRings(ground: L.LayerGroup, here: MapPoint, lay: Lay): void {
  const middle = lay(here);
  for (let ring = 1; ring <= RINGS; ring++) {
    const radius = ring * RING_METRES;
    L.circle(middle, {
      radius,
      className: "map-ring",
      interactive: false,
      fill: false,
      weight: 1.5,
      opacity: 0.7,
    }).addTo(ground);
    const top = L.latLng(middle.lat + radius / METRES_PER_DEGREE, middle.lng);
    wordsAt(top, "map-ring-name", `${ring} 公里`).addTo(ground);
  }
}

/**
 * The names of the districts around, each in the middle of its stations.
 *
 * @returns what was drawn; nothing where the names cannot be had
 */
export async function drawDistricts(ground: L.LayerGroup, here: MapPoint, lay: Lay): Promise<HTMLElement[]> {
  const answer = await callApi("GET /districts", {}).catch(() => ({ districts: [] }));
  return answer.districts
    .filter(({ location }) => distanceMetres(here, location) <= DISTRICTS_WITHIN_METRES)
    .flatMap(({ text, location }) => {
      const element = wordsAt(lay(location), "map-district", text).addTo(ground).getElement();
      return element ? [element] : [];
    });
}

function wordsAt(at: L.LatLng, className: string, words: string): L.Marker {
  const html = document.createElement("span");
  html.textContent = words;
  const icon = L.divIcon({ className, html, iconSize: [0, 0] });
  // Below every pin; the list says the same to who cannot see it.
  const marker = L.marker(at, { icon, interactive: false, keyboard: false, zIndexOffset: -10_000 });
  return marker.on("add", () => marker.getElement()?.setAttribute("aria-hidden", "true"));
}
