import L from "leaflet";
import "leaflet/dist/leaflet.css";
import { useEffect, useRef } from "react";
import type { DoubtfulPoint } from "../../../shared/stations/import/import-answer";
import { addTiles, onTiles } from "../stations/map-tiles";

interface PointsMapProps {
  points: readonly DoubtfulPoint[];
  /** Which of them is looked at. */
  shown: number;
  onShow: (index: number) => void;
}

const CLOSEST = 16;

/** Points by their number in the list. */
export default function PointsMap({ points, shown, onShow }: PointsMapProps) {
  const box = useRef<HTMLDivElement>(null);
  const map = useRef<L.Map | null>(null);
  const show = useRef(onShow);
  show.current = onShow;

  useEffect(() => {
    if (box.current === null) return;
    const drawn = L.map(box.current, { attributionControl: TILE_URL !== "", maxZoom: 18 });
    drawn.fitBounds(L.latLngBounds(points.map(({ location }) => onTiles(location))), { maxZoom: CLOSEST });
    addTiles(drawn);
    L.control.scale({ imperial: false }).addTo(drawn);
    for (const [place, { location, name }] of points.entries()) {
      const icon = L.divIcon({ className: "number-pin", html: String(place + 1), iconSize: [26, 26] });
      const pin = L.marker(onTiles(location), { icon, alt: `${place + 1}. ${name}`, title: name }).addTo(drawn);
      pin.on("click", () => show.current(place));
    }
    map.current = drawn;
    return () => {
      map.current = null;
      drawn.remove();
    };
  }, [points]);
  useEffect(() => {
    const point = points[shown];
    if (point !== undefined) map.current?.panTo(onTiles(point.location), { animate: false });
  }, [points, shown]);
  return <section ref={box} className="points-map" aria-label="位置可疑的点在地图上" />;
}
