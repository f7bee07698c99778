import L from "leaflet";
import "leaflet/dist/leaflet.css";
import { useEffect, useRef } from "react";
import { CELL_LETTERS } from "../../../shared/board/cell-letters";
import type { CellsAnswer } from "../../../shared/circle/coverage-answer";
import { addTiles, onTiles } from "../stations/map-tiles";
import { HATCH } from "./cell-legend";

interface BoardMapProps {
  shapes: CellsAnswer["features"];
  /** The letters of each cell, a half hour each. */
  cells: Readonly<Record<string, string>>;
  place: number;
  /** What is to be seen, in words. */
  label: string;
}

type Kind = "open" | "unknown" | "white";

/** A colour and a border each: who cannot tell the colours goes by solid, dashed and empty. */
const STYLES: Record<Kind, L.PathOptions> = {
  white: { color: "#8a867b", weight: 0.6, fillColor: "#ffffff", fillOpacity: 0.9 },
  unknown: { color: "#8a4b00", weight: 1.2, dashArray: "3 3", fillColor: `url(#${HATCH})`, fillOpacity: 0.9 },
  open: { color: "#06401f", weight: 1, fillColor: "#0a6b35", fillOpacity: 0.75 },
};

/** The cells of a city by how they stand at a half hour: three shapes, drawn again as the slider moves. */
export default function BoardMap({ shapes, cells, place, label }: BoardMapProps) {
  const box = useRef<HTMLDivElement>(null);
  const drawn = useRef<Record<Kind, L.Polygon> | null>(null);

  useEffect(() => {
    if (box.current === null) return;
    const map = L.map(box.current, { attributionControl: TILE_URL !== "", zoomSnap: 0.25, maxZoom: 18 });
    const renderer = L.svg({ padding: 0.5 });
    const bounds = L.latLngBounds(shapes.flatMap((shape) => ringOf(shape)));
    const fit = () => {
      map.invalidateSize({ animate: false });
      if (bounds.isValid()) map.fitBounds(bounds, { animate: false, padding: [8, 8] });
    };
    fit();
    addTiles(map);
    L.control.scale({ imperial: false }).addTo(map);
    const layerOf = (kind: Kind) =>
      L.polygon([], { ...STYLES[kind], className: `cells-${kind}`, renderer, interactive: false }).addTo(map);
    drawn.current = { white: layerOf("white"), unknown: layerOf("unknown"), open: layerOf("open") };
    // On paper and on the whole screen the map has another size.
    const watched = new ResizeObserver(fit);
    watched.observe(box.current);
    const paper = matchMedia("print");
    paper.addEventListener("change", fit);
    return () => {
      paper.removeEventListener("change", fit);
      watched.disconnect();
      drawn.current = null;
      map.remove();
    };
  }, [shapes]);

  useEffect(() => {
    if (drawn.current === null) return;
    const rings: Record<Kind, L.LatLngTuple[][][]> = { open: [], unknown: [], white: [] };
    for (const shape of shapes) rings[kindOf(cells[shape.id]?.[place])].push([ringOf(shape)]);
    for (const kind of ["white", "unknown", "open"] as const) drawn.current[kind].setLatLngs(rings[kind]);
  }, [shapes, cells, place]);
  return <section ref={box} className="board-map" aria-label={label} />;
}

function kindOf(letter: string | undefined): Kind {
  if (letter === CELL_LETTERS.open) return "open";
  return letter === CELL_LETTERS.unknown ? "unknown" : "white";
}

/** GeoJSON has the longitude first. */
function ringOf({ geometry }: CellsAnswer["features"][number]): L.LatLngTuple[] {
  return (geometry.coordinates[0] ?? []).map(([longitude, latitude]) => onTiles({ latitude, longitude }));
}
