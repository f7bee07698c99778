import L from "leaflet";
import "leaflet/dist/leaflet.css";
import { useEffect, useRef } from "react";
import { CELL_LETTERS } from "../../../shared/board/cell-letters";
import type { CellsAnswer } from "../../../shared/circle/coverage-answer";
import { addTiles, onTiles } from "../stations/map-tiles";
import { type CellKind, CellsCanvas } from "./cells-canvas";

interface BoardMapProps {
  shapes: CellsAnswer["features"];
  /** The letters of each cell, a half hour each. */
  cells: Readonly<Record<string, string>>;
  place: number;
  /** What is to be seen, in words. */
  label: string;
}

/** The cells of a city by how they stand at a half hour, drawn again as the slider moves. */
export default function BoardMap({ shapes, cells, place, label }: BoardMapProps) {
  const box = useRef<HTMLDivElement>(null);
  const drawn = useRef<CellsCanvas | null>(null);

  useEffect(() => {
    if (box.current === null) return;
    // A canvas does not grow while the map is being zoomed: it is drawn anew after it.
    const options = { attributionControl: TILE_URL !== "", zoomSnap: 0.25, maxZoom: 18, zoomAnimation: false };
    const map = L.map(box.current, options);
    const rings = shapes.map(ringOf);
    const bounds = L.latLngBounds(rings.flat());
    map.setView([35, 110], 4);
    const fit = () => {
      map.invalidateSize({ animate: false });
      if (bounds.isValid()) map.fitBounds(bounds, { animate: false, padding: [8, 8] });
      drawn.current?.place();
    };
    fit();
    addTiles(map);
    L.control.scale({ imperial: false }).addTo(map);
    const canvas = new CellsCanvas(map, rings);
    drawn.current = canvas;
    // On paper and on the whole screen the map has another size.
    const watched = new ResizeObserver(fit);
    watched.observe(box.current);
    const paper = matchMedia("print");
    paper.addEventListener("change", fit);
    return () => {
      paper.removeEventListener("change", fit);
      watched.disconnect();
      drawn.current = null;
      canvas.remove();
      map.remove();
    };
  }, [shapes]);

  useEffect(() => {
    drawn.current?.show(shapes.map(({ id }) => kindOf(cells[id]?.[place])));
  }, [shapes, cells, place]);
  return <section ref={box} className="board-map" aria-label={label} />;
}

function kindOf(letter: string | undefined): CellKind {
  if (letter === CELL_LETTERS.open) return "open";
  return letter === CELL_LETTERS.unknown ? "unknown" : "white";
}

/** GeoJSON has the longitude first. */
function ringOf({ geometry }: CellsAnswer["features"][number]): L.LatLngTuple[] {
  return (geometry.coordinates[0] ?? []).map(([longitude, latitude]) => onTiles({ latitude, longitude }));
}
