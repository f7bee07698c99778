import L from "leaflet";
import "leaflet/dist/leaflet.css";
import { useEffect, useRef } from "react";
import type { CellsAnswer } from "../../../shared/circle/coverage-answer";
import type { StepAnswer } from "../../../shared/circle/steps-answer";
import type { MapPoint } from "../../../shared/common/place";
import { addTiles, fromTiles, onTiles } from "../stations/map-tiles";
import type { Question } from "./scenario-search";
import { MARK_WORDS, type Mark } from "./scenario-words";

type Shape = CellsAnswer["features"][number];

interface ScenarioMapProps {
  shapes: readonly Shape[];
  question: Question;
  steps: readonly StepAnswer[];
  reachMetres: number;
  onCell: (point: MapPoint) => void;
}

const MARK_STYLES: Record<Mark, L.PathOptions> = {
  fixed: { color: "#06401f", weight: 2, fillColor: "#0a6b35", fillOpacity: 0.9 },
  wished: { color: "#8a4b00", weight: 2, fillColor: "#f6dfae", fillOpacity: 0.9 },
  forbidden: { color: "#a4161a", weight: 2, dashArray: "3 3", fillColor: "#ffffff", fillOpacity: 0.9 },
};
const MARK_SIGNS: Record<Mark, string> = { fixed: "定", wished: "想", forbidden: "禁" };
const WITH_STATION: L.PathOptions = { color: "#9cc9ac", weight: 1, fillColor: "#9cc9ac", fillOpacity: 1 };
const WITHOUT: L.PathOptions = { color: "#ffffff", weight: 1, fillColor: "#ffffff", fillOpacity: 1 };

/** The cells of a city with what is marked and what the steps are; a click tells where. */
export default function ScenarioMap({ shapes, question, steps, reachMetres, onCell }: ScenarioMapProps) {
  const box = useRef<HTMLDivElement>(null);
  const drawn = useRef<{ map: L.Map; over: L.LayerGroup } | null>(null);
  const clicked = useRef(onCell);
  clicked.current = onCell;

  useEffect(() => {
    if (box.current === null) return;
    const map = L.map(box.current, { attributionControl: TILE_URL !== "", zoomSnap: 0.25, maxZoom: 18 });
    const bounds = L.latLngBounds(shapes.flatMap(ringOf));
    map.setView([35, 110], 4);
    if (bounds.isValid()) map.fitBounds(bounds, { animate: false, padding: [8, 8] });
    addTiles(map);
    L.control.scale({ imperial: false }).addTo(map);
    const renderer = L.canvas({ padding: 0.5 });
    const layer = (isIn: boolean, style: L.PathOptions) =>
      L.polygon(
        shapes.filter(({ properties }) => (properties.state === "none") !== isIn).map((shape) => [ringOf(shape)]),
        { ...style, renderer, interactive: false, smoothFactor: 0 },
      ).addTo(map);
    layer(false, WITHOUT);
    layer(true, WITH_STATION);
    map.on("click", ({ latlng }) => clicked.current(fromTiles(latlng)));
    drawn.current = { map, over: L.layerGroup().addTo(map) };
    const watched = new ResizeObserver(() => map.invalidateSize({ animate: false }));
    watched.observe(box.current);
    return () => {
      watched.disconnect();
      drawn.current = null;
      map.remove();
    };
  }, [shapes]);

  useEffect(() => {
    const over = drawn.current?.over;
    if (over === undefined) return;
    over.clearLayers();
    for (const [place, step] of steps.entries()) drawStep(over, step, place + 1, reachMetres);
    const byId = new Map(shapes.map((shape) => [shape.id, shape]));
    for (const [mark, words] of MARK_WORDS) {
      for (const cell of question[mark]) {
        const shape = byId.get(cell);
        if (shape === undefined) continue;
        const ring = ringOf(shape);
        L.polygon(ring, { ...MARK_STYLES[mark], interactive: false }).addTo(over);
        label(over, L.latLngBounds(ring).getCenter(), MARK_SIGNS[mark], `plan-mark is-${mark}`, words);
      }
    }
  }, [shapes, question, steps, reachMetres]);
  return <section ref={box} className="scenario-map" aria-label="服务圈的格子，点一下可以标" />;
}

function drawStep(over: L.LayerGroup, { location, kind, sentence }: StepAnswer, number: number, metres: number): void {
  const at = onTiles(location);
  const color = kind === "site" ? "#c2410c" : "#1d4ed8";
  L.circle(at, { radius: metres, color, weight: 2, fillColor: color, fillOpacity: 0.12, interactive: false }).addTo(
    over,
  );
  label(over, L.latLng(at), String(number), `plan-step is-${kind}`, sentence);
}

function label(over: L.LayerGroup, at: L.LatLng, text: string, className: string, words: string): void {
  const icon = L.divIcon({ className, html: text, iconSize: [24, 24] });
  L.marker(at, { icon, alt: words, title: words, keyboard: false, interactive: false }).addTo(over);
}

/** GeoJSON has the longitude first. */
function ringOf({ geometry }: Shape): L.LatLngTuple[] {
  return (geometry.coordinates[0] ?? []).map(([longitude, latitude]) => onTiles({ latitude, longitude }));
}
