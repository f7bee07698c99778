import { useEffect, useRef, useState } from "react";
import { accessible } from "../accessibility/accessible";
import type { DrawnMap } from "./leaflet-map.h5";
import type { StationMapProps } from "./station-map-props";
import "./station-map.scss";

/** Leaflet, fetched when a map is first shown. Without a tile source its ground is drawn from what we have. */
export function StationMap({ stations, here, selectedId, onSelect }: StationMapProps) {
  const box = useRef<HTMLDivElement>(null);
  const drawn = useRef<DrawnMap | null>(null);
  const latest = useRef({ stations, here, selectedId, onSelect });
  latest.current = { stations, here, selectedId, onSelect };

  const [missing, setMissing] = useState(false);
  useEffect(() => {
    let gone = false;
    import("./leaflet-map.h5").then(
      ({ drawMap }) => {
        if (gone || !box.current) return;
        drawn.current = drawMap(box.current, (id) => latest.current.onSelect(id));
        drawn.current.show(latest.current);
      },
      () => setMissing(true),
    );
    return () => {
      gone = true;
      drawn.current?.remove();
      drawn.current = null;
    };
  }, []);

  useEffect(() => {
    drawn.current?.show({ stations, here, selectedId });
  }, [stations, here, selectedId]);

  if (missing) return <div className="station-map station-map-missing">没网,地图打不开;列表里都有。</div>;
  return (
    <div ref={box} className="station-map" {...accessible({ role: "region", label: "驿站地图,内容和列表一样" })} />
  );
}
