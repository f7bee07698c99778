import { useEffect, useRef } from "react";
import { accessible } from "../../../ui/accessible";
import { type DrawnMap, drawMap } from "./leaflet-map.h5";
import type { StationMapProps } from "./station-map-props";
import "./station-map.scss";

/** Leaflet. Without a tile source its ground is drawn from what we have. */
export function StationMap({ stations, here, selectedId, onSelect }: StationMapProps) {
  const box = useRef<HTMLDivElement>(null);
  const drawn = useRef<DrawnMap | null>(null);
  const latest = useRef({ stations, here, selectedId, onSelect });
  latest.current = { stations, here, selectedId, onSelect };

  useEffect(() => {
    if (!box.current) return;
    drawn.current = drawMap(box.current, (id) => latest.current.onSelect(id));
    return () => {
      drawn.current?.remove();
      drawn.current = null;
    };
  }, []);

  useEffect(() => {
    drawn.current?.show({ stations, here, selectedId });
  }, [stations, here, selectedId]);

  return (
    <div ref={box} className="station-map" {...accessible({ role: "region", label: "驿站地图，内容和列表一样" })} />
  );
}
