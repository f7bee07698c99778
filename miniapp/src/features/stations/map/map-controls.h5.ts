import L from "leaflet";
import { distanceWords } from "../station-words";

/** CSS pixels: as wide as the bar of the scale may get. */
const WIDEST_SCALE = 110;

/** How long a distance is on the map, in words that are said here: Leaflet's own says m and km. */
export function scaleControl(): L.Control {
  const control = new L.Control({ position: "bottomleft" });
  control.onAdd = (map) => {
    const bar = element("map-scale");
    const draw = () => drawScale(map, bar);
    map.on("move", draw);
    map.whenReady(draw);
    return bar;
  };
  return control;
}

function drawScale(map: L.Map, bar: HTMLElement): void {
  const y = map.getSize().y / 2;
  const widest = map.distance(map.containerPointToLatLng([0, y]), map.containerPointToLatLng([WIDEST_SCALE, y]));
  if (widest === 0) return;
  const metres = roundBelow(widest);
  bar.style.width = `${Math.round((WIDEST_SCALE * metres) / widest)}px`;
  bar.textContent = distanceWords(metres);
}

/** The largest of 1, 2, 5, 10, 20, 50 … that is not above. */
function roundBelow(metres: number): number {
  const power = 10 ** Math.floor(Math.log10(metres));
  return ([5, 2].find((step) => step * power <= metres) ?? 1) * power;
}

/** The map is never turned. */
export function northControl(): L.Control {
  const control = new L.Control({ position: "topright" });
  control.onAdd = () => {
    const sign = element("map-north");
    sign.textContent = "↑ 北";
    return sign;
  };
  return control;
}

function element(className: string): HTMLElement {
  const made = document.createElement("div");
  made.className = className;
  return made;
}
