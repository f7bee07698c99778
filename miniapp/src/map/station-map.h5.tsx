import { useEffect, useRef } from "react";
import { accessible } from "../accessibility/accessible";
import type { DrawnMap } from "./leaflet-map.h5";
import type { StationMapProps } from "./station-map-props";
import "./station-map.scss";

/** Leaflet, fetched when a map is first shown. Without a tile source the markers stand on plain ground. */
export function StationMap({ stations, here, selectedId, onSelect }: StationMapProps) {
  const box = useRef<HTMLDivElement>(null);
  const drawn = useRef<DrawnMap | null>(null);
  const latest = useRef({ stations, here, selectedId, onSelect });
  latest.current = { stations, here, selectedId, onSelect };

  useEffect(() => {
    let gone = false;
    void import("./leaflet-map.h5").then(({ drawMap }) => {
      if (gone || !box.current) return;
      drawn.current = drawMap(box.current, (id) => latest.current.onSelect(id));
      drawn.current.show(latest.current);
    });
    return () => {
      gone = true;
      drawn.current?.remove();
      drawn.current = null;
    };
  }, []);

  useEffect(() => {
    drawn.current?.show({ stations, here, selectedId });
  }, [stations, here, selectedId]);

  return (
    <div ref={box} className="station-map" {...accessible({ role: "region", label: "驿站地图,内容和列表一样" })} />
  );
}
