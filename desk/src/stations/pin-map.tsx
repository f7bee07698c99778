import L from "leaflet";
import "leaflet/dist/leaflet.css";
import { useEffect, useRef } from "react";
import { type MapPoint, toGcj02, toWgs84 } from "../../../shared/core/place";

interface PinMapProps {
  /** GCJ-02. */
  point: MapPoint;
  /** Where it is stored, if it was moved: a ring of 100 m around it shows how far. */
  before: MapPoint | null;
  onMove: (point: MapPoint) => void;
}

const ZOOM = 17;
const RING_METRES = 100;

/** A map with one pin to drag. */
export default function PinMap({ point, before, onMove }: PinMapProps) {
  const box = useRef<HTMLDivElement>(null);
  const drawn = useRef<{ map: L.Map; pin: L.Marker } | null>(null);
  const moved = useRef(onMove);
  moved.current = onMove;
  const first = useRef({ point, before });

  useEffect(() => {
    if (box.current === null) return;
    const at = onTiles(first.current.point);
    const map = L.map(box.current, { attributionControl: TILE_URL !== "", maxZoom: 18 }).setView(at, ZOOM);
    if (TILE_URL !== "") L.tileLayer(TILE_URL, { attribution: TILE_CREDIT, maxZoom: 18 }).addTo(map);
    L.control.scale({ imperial: false }).addTo(map);
    const ring = first.current.before ?? first.current.point;
    L.circle(onTiles(ring), { radius: RING_METRES, color: "#0A6B35", weight: 1, dashArray: "4 4", fill: false }).addTo(
      map,
    );
    const icon = L.divIcon({
      className: "pin",
      html: '<span class="pin-head"></span>',
      iconSize: [26, 34],
      iconAnchor: [13, 34],
    });
    const pin = L.marker(at, { draggable: true, icon, alt: "驿站的位置", title: "拖动图钉改位置" }).addTo(map);
    pin.on("dragend", () => moved.current(fromTiles(pin.getLatLng())));
    drawn.current = { map, pin };
    return () => {
      drawn.current = null;
      map.remove();
    };
  }, []);
  useEffect(() => {
    const { current } = drawn;
    if (current === null) return;
    current.pin.setLatLng(onTiles(point));
    if (!current.map.getBounds().contains(onTiles(point)))
      current.map.setView(onTiles(point), ZOOM, { animate: false });
  }, [point]);
  return <div ref={box} className="pin-map" />;
}

function onTiles(point: MapPoint): L.LatLngTuple {
  const { latitude, longitude } = TILE_DATUM === "wgs84" ? toWgs84(point) : point;
  return [latitude, longitude];
}

function fromTiles({ lat, lng }: L.LatLng): MapPoint {
  const point = { latitude: lat, longitude: lng };
  return TILE_DATUM === "wgs84" ? toGcj02(point, "wgs84") : point;
}
