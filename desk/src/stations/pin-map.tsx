import L from "leaflet";
import "leaflet/dist/leaflet.css";
import { useEffect, useRef } from "react";
import type { MapPoint } from "../../../shared/common/place";
import { addTiles, fromTiles, onTiles } from "./map-tiles";

interface PinMapProps {
  /** GCJ-02; null: nobody has said where, and a click on the map does. */
  point: MapPoint | null;
  /** What is shown while there is no point. */
  middle: MapPoint;
  /** Where it is stored, if it was moved: a ring of 100 m around it shows how far. */
  before: MapPoint | null;
  onMove: (point: MapPoint) => void;
}

const ZOOM = 17;
const ZOOM_WITHOUT = 12;
const RING_METRES = 100;

/** A map with one pin to drag. */
export default function PinMap({ point, middle, before, onMove }: PinMapProps) {
  const box = useRef<HTMLDivElement>(null);
  const drawn = useRef<{ map: L.Map; pin: L.Marker | null } | null>(null);
  const moved = useRef(onMove);
  moved.current = onMove;
  const first = useRef({ point, before, middle });

  useEffect(() => {
    if (box.current === null) return;
    const { point: start, before: stored, middle: shown } = first.current;
    const map = L.map(box.current, { attributionControl: TILE_URL !== "", maxZoom: 18 });
    map.setView(onTiles(start ?? shown), start === null ? ZOOM_WITHOUT : ZOOM);
    addTiles(map);
    L.control.scale({ imperial: false }).addTo(map);
    const ring = stored ?? start;
    if (ring !== null) {
      const line = { radius: RING_METRES, color: "#0A6B35", weight: 1, dashArray: "4 4", fill: false };
      L.circle(onTiles(ring), line).addTo(map);
    }
    map.on("click", ({ latlng }) => {
      if (drawn.current?.pin === null) moved.current(fromTiles(latlng));
    });
    drawn.current = { map, pin: null };
    return () => {
      drawn.current = null;
      map.remove();
    };
  }, []);
  useEffect(() => {
    const { current } = drawn;
    if (current === null || point === null) return;
    current.pin ??= newPin(current.map, point, (to) => moved.current(to));
    current.pin.setLatLng(onTiles(point));
    if (!current.map.getBounds().contains(onTiles(point)))
      current.map.setView(onTiles(point), ZOOM, { animate: false });
  }, [point]);
  return <div ref={box} className="pin-map" />;
}

function newPin(map: L.Map, point: MapPoint, onMove: (point: MapPoint) => void): L.Marker {
  const icon = L.divIcon({
    className: "pin",
    html: '<span class="pin-head"></span>',
    iconSize: [26, 34],
    iconAnchor: [13, 34],
  });
  const options = { draggable: true, icon, alt: "驿站的位置", title: "拖动图钉改位置" };
  const pin = L.marker(onTiles(point), options).addTo(map);
  pin.on("dragend", () => onMove(fromTiles(pin.getLatLng())));
  return pin;
}
