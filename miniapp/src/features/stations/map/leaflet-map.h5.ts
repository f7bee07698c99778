import L from "leaflet";
import "leaflet/dist/leaflet.css";
import "./leaflet-map.h5.scss";
import { distanceMetres } from "../../../../../shared/common/distance";
import { type MapPoint, toWgs84 } from "../../../../../shared/common/place";
import type { TileSource } from "../../../../config/tile-source";
import { TILES } from "../../../build-settings";
import { clearLabels } from "./clear-labels.h5";
import { drawDistricts, drawRings } from "./drawn-ground.h5";
import { northControl, scaleControl } from "./map-controls.h5";
import type { MapStation, StationMapProps } from "./station-map-props";

export interface DrawnMap {
  show(shown: Pick<StationMapProps, "stations" | "here" | "selectedId">): void;
  remove(): void;
}

const SELECTED = "map-pin-selected";
const STREET_ZOOM = 16;
/** Pixels: with a pin's own half this makes targets of 60 by 60, and pins that do not cover each other. */
const TAP_RADIUS = 30;
const NEAREST_IN_VIEW = 6;
/** A door farther than this does not draw the view out, unless the nearest few are as far. */
const VIEW_METRES = 1_500;
const NEAREST_AT_ANY_DISTANCE = 2;

/** Draws into an element; positions come in GCJ-02 and are laid on the datum of the tiles. */
export function drawMap(element: HTMLElement, onSelect: (id: string) => void): DrawnMap {
  const map = L.map(element, { zoomControl: false, attributionControl: TILES !== null, maxZoom: 18, minZoom: 4 });
  L.control.zoom({ zoomInTitle: "放大", zoomOutTitle: "缩小", position: "bottomright" }).addTo(map);
  scaleControl().addTo(map);
  northControl().addTo(map);
  if (TILES) addTiles(map, TILES);
  const ground = TILES ? null : L.layerGroup().addTo(map);
  const layer = L.layerGroup().addTo(map);
  let pins: HTMLElement[] = [];
  let districts: HTMLElement[] = [];
  const clear = () => clearLabels([...selectedFirst(pins), ...districts]);
  map.on("zoomend", clear);
  const resized = new ResizeObserver(() => map.invalidateSize());
  resized.observe(element);
  let framed = "";
  let shown: readonly MapStation[] = [];
  map.on("click", ({ containerPoint }) => {
    const id = stationAt(map, shown, containerPoint);
    if (id !== null) onSelect(id);
  });

  return {
    show({ stations, here, selectedId }) {
      shown = stations;
      // Drawn anew, the pin that a keyboard stands on would be lost under it.
      const focused = pins.find((pin) => pin.parentElement === document.activeElement)?.dataset.stationId;
      layer.clearLayers();
      hereMarker(here).addTo(layer);
      pins = stations.map((station) => {
        const face = pinFace(station, station.id === selectedId);
        stationMarker(station, face, station.id === selectedId, onSelect).addTo(layer);
        return face;
      });
      const frame = framedPoints(here, stations);
      const key = JSON.stringify(frame);
      if (key !== framed) {
        framed = key;
        if (ground) {
          ground.clearLayers();
          drawRings(ground, here, onTiles);
          void drawDistricts(ground, here, onTiles).then((names) => {
            if (framed !== key) return;
            districts = names;
            clear();
          });
        }
        map.fitBounds(L.latLngBounds(frame.map(onTiles)), { padding: [48, 48], maxZoom: STREET_ZOOM, animate: false });
      }
      clear();
      if (focused) pins.find((pin) => pin.dataset.stationId === focused)?.parentElement?.focus();
    },
    remove() {
      resized.disconnect();
      map.remove();
    },
  };
}

function addTiles(map: L.Map, { layers, subdomains, credit }: TileSource): void {
  map.attributionControl.setPrefix(false);
  for (const url of layers) L.tileLayer(url, { subdomains, attribution: credit, maxZoom: 18 }).addTo(map);
}

/** The station whose pin a tap beside it was meant for; null: none is that near. */
function stationAt(map: L.Map, stations: readonly MapStation[], tapped: L.Point): string | null {
  const [nearest] = stations
    .map(({ id, location }) => ({ id, pixels: map.latLngToContainerPoint(onTiles(location)).distanceTo(tapped) }))
    .sort((one, other) => one.pixels - other.pixels);
  return nearest !== undefined && nearest.pixels <= TAP_RADIUS ? nearest.id : null;
}

function selectedFirst(pins: readonly HTMLElement[]): HTMLElement[] {
  const isSelected = (pin: HTMLElement) => Number(pin.classList.contains(SELECTED));
  return [...pins].sort((a, b) => isSelected(b) - isSelected(a));
}

function framedPoints(here: MapPoint, stations: readonly MapStation[]): MapPoint[] {
  const nearest = stations
    .map(({ location }) => ({ location, metres: distanceMetres(here, location) }))
    .sort((a, b) => a.metres - b.metres)
    .slice(0, NEAREST_IN_VIEW);
  const framed = nearest.filter(({ metres }, index) => index < NEAREST_AT_ANY_DISTANCE || metres <= VIEW_METRES);
  return [here, ...framed.map(({ location }) => location)];
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
function pinFace({ id, words, name }: MapStation, selected: boolean): HTMLElement {
  const face = document.createElement("span");
  face.className = `map-pin map-pin-${words.tone}${selected ? ` ${SELECTED}` : ""}`;
  face.dataset.stationId = id;
  const mark = document.createElement("b");
  mark.textContent = words.mark;
  const label = document.createElement("span");
  label.textContent = name;
  face.append(mark, label);
  return face;
}

function stationMarker(
  { words, name, location, id }: MapStation,
  face: HTMLElement,
  selected: boolean,
  onSelect: (id: string) => void,
): L.Marker {
  const icon = L.divIcon({ className: "map-pin-box", html: face, iconSize: undefined });
  const marker = L.marker(onTiles(location), {
    icon,
    title: name,
    zIndexOffset: selected ? 1000 : 0,
  });
  marker.on("add", () => marker.getElement()?.setAttribute("aria-label", `${name}，${words.text}`));
  marker.on("keydown", ({ originalEvent }) => {
    if (originalEvent.key !== "Enter" && originalEvent.key !== " ") return;
    originalEvent.preventDefault();
    onSelect(id);
  });
  return marker.on("click", () => onSelect(id));
}
