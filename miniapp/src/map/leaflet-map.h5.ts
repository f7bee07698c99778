import L from "leaflet";
import "leaflet/dist/leaflet.css";
import { type MapPoint, toWgs84 } from "../../../shared/core/place";
import { TILES } from "../build-settings";
import type { MapStation, StationMapProps } from "./station-map-props";

export interface DrawnMap {
  show(shown: Pick<StationMapProps, "stations" | "here" | "selectedId">): void;
  remove(): void;
}

const STREET_ZOOM = 16;
const NEAREST_IN_VIEW = 6;

/** Draws into an element; positions come in GCJ-02 and are laid on the datum of the tiles. */
export function drawMap(element: HTMLElement, onSelect: (id: string) => void): DrawnMap {
  const map = L.map(element, { zoomControl: false, attributionControl: TILES !== null, maxZoom: 18, minZoom: 4 });
  L.control.zoom({ zoomInTitle: "放大", zoomOutTitle: "缩小", position: "bottomright" }).addTo(map);
  L.control.scale({ imperial: false }).addTo(map);
  if (TILES) L.tileLayer(TILES.url, { attribution: TILES.credit, maxZoom: 18 }).addTo(map);
  const layer = L.layerGroup().addTo(map);
  const resized = new ResizeObserver(() => map.invalidateSize());
  resized.observe(element);
  let framed = "";

  return {
    show({ stations, here, selectedId }) {
      layer.clearLayers();
      hereMarker(here).addTo(layer);
      for (const station of stations) stationMarker(station, station.id === selectedId, onSelect).addTo(layer);
      const frame = [here, ...stations.slice(0, NEAREST_IN_VIEW).map(({ location }) => location)];
      const key = JSON.stringify(frame);
      if (key !== framed) {
        framed = key;
        map.fitBounds(L.latLngBounds(frame.map(onTiles)), { padding: [48, 48], maxZoom: STREET_ZOOM, animate: false });
      }
    },
    remove() {
      resized.disconnect();
      map.remove();
    },
  };
}

function onTiles(point: MapPoint): L.LatLng {
  const { latitude, longitude } = TILES?.datum === "wgs84" ? toWgs84(point) : point;
  return L.latLng(latitude, longitude);
}

function hereMarker(here: MapPoint): L.Marker {
  const icon = L.divIcon({ className: "map-here", iconSize: [20, 20], iconAnchor: [10, 10] });
  return L.marker(onTiles(here), { icon, keyboard: false, interactive: false, alt: "你选的位置" });
}

/** The element is built by hand: a name from the server never becomes HTML. */
function stationMarker(station: MapStation, selected: boolean, onSelect: (id: string) => void): L.Marker {
  const { words, name, location, id } = station;
  const face = document.createElement("span");
  face.className = `map-pin map-pin-${words.tone}${selected ? " map-pin-selected" : ""}`;
  const mark = document.createElement("b");
  mark.textContent = words.mark;
  const label = document.createElement("span");
  label.textContent = name;
  face.append(mark, label);
  const icon = L.divIcon({ className: "map-pin-box", html: face, iconSize: [44, 44], iconAnchor: [22, 22] });
  const marker = L.marker(onTiles(location), {
    icon,
    alt: `${name},${words.text}`,
    title: name,
    zIndexOffset: selected ? 1000 : 0,
  });
  return marker.on("click", () => onSelect(id));
}
