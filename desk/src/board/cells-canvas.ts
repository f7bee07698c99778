import L from "leaflet";

export type CellKind = "open" | "unknown" | "white";

/** A colour and a border each: who cannot tell the colours goes by solid, dashed and empty. */
const STYLES: Record<CellKind, { line: string; dash: number[]; fill: string }> = {
  white: { line: "#8a867b", dash: [], fill: "#ffffff" },
  unknown: { line: "#8a4b00", dash: [3, 3], fill: "#c98a2b" },
  open: { line: "#06401f", dash: [], fill: "#0a6b35" },
};
const ORDER = ["white", "unknown", "open"] as const;
/** Below this many pixels across, borders would be all there is to see of cells. */
const SMALLEST_WITH_LINES = 9;
/** So much of the map beside what is seen is drawn too: it is there while the map is dragged. */
const BESIDE = 0.2;
const CELLS_OF_PATH = 100;
/** Pixels to a CSS pixel, on paper. */
const PAPER_SCALE = 3;

/** Thousands of cells on one canvas over a map: SVG of them takes a tenth of a second for each step of a slider. */
export class CellsCanvas {
  readonly #map: L.Map;
  readonly #canvas: HTMLCanvasElement;
  readonly #rings: readonly L.LatLngTuple[][];
  /** Where the corners are on the canvas, x and y of each in a row. */
  #points: Float32Array[] = [];
  #kinds: readonly CellKind[] = [];

  /** @param rings the corners of each cell, on the map's own datum */
  constructor(map: L.Map, rings: readonly L.LatLngTuple[][]) {
    this.#map = map;
    this.#rings = rings;
    this.#canvas = L.DomUtil.create("canvas", "board-cells", map.getPanes().overlayPane);
    map.on("moveend viewreset resize", this.place, this);
  }

  /** Shows how each cell stands; only those that stand otherwise than before are drawn. */
  show(kinds: readonly CellKind[]): void {
    const before = this.#kinds;
    this.#kinds = kinds;
    if (this.#points.length === 0) this.place();
    else this.#paint((cell) => kinds[cell] !== before[cell]);
  }

  /** Works out anew where the cells are: the map has another part or size. */
  place(): void {
    const size = this.#map.getSize();
    const beside = size.multiplyBy(BESIDE).round();
    const corner = this.#map.containerPointToLayerPoint(beside.multiplyBy(-1));
    L.DomUtil.setPosition(this.#canvas, corner);
    const { x, y } = size.add(beside.multiplyBy(2));
    const scale = matchMedia("print").matches ? PAPER_SCALE : devicePixelRatio;
    Object.assign(this.#canvas, { width: Math.round(x * scale), height: Math.round(y * scale) });
    Object.assign(this.#canvas.style, { width: `${x}px`, height: `${y}px` });
    this.#canvas.getContext("2d")?.setTransform(scale, 0, 0, scale, 0, 0);
    this.#points = this.#rings.map((ring) =>
      Float32Array.from(
        ring.flatMap((at) => {
          const point = this.#map.latLngToLayerPoint(at).subtract(corner);
          return [point.x, point.y];
        }),
      ),
    );
    this.#paint(() => true);
  }

  remove(): void {
    this.#map.off("moveend viewreset resize", this.place, this);
    this.#canvas.remove();
  }

  #paint(isDrawn: (cell: number) => boolean): void {
    const context = this.#canvas.getContext("2d");
    if (context === null) return;
    const hasLines = widthOf(this.#points[0]) >= SMALLEST_WITH_LINES;
    for (const kind of ORDER) {
      const { line, dash, fill } = STYLES[kind];
      context.fillStyle = hasLines && kind === "unknown" ? (hatchFor(context) ?? fill) : fill;
      // Small cells get a line of their own colour, so that no ground shows between them.
      context.strokeStyle = hasLines ? line : fill;
      context.setLineDash(hasLines ? dash : []);
      for (const path of this.#paths((cell) => this.#kinds[cell] === kind && isDrawn(cell))) {
        context.fill(path);
        context.stroke(path);
      }
      this.#canvas.dataset[kind] = String(this.#kinds.filter((one) => one === kind).length);
    }
  }

  /** The cells that are asked for, some hundred to a path: one of them all takes the longer the larger it is. */
  #paths(isIn: (cell: number) => boolean): Path2D[] {
    const paths: Path2D[] = [];
    let count = 0;
    for (const [cell, points] of this.#points.entries()) {
      if (!isIn(cell)) continue;
      if (count++ % CELLS_OF_PATH === 0) paths.push(new Path2D());
      const path = paths.at(-1);
      if (path !== undefined) addRing(path, points);
    }
    return paths;
  }
}

function addRing(path: Path2D, points: Float32Array): void {
  path.moveTo(points[0] ?? 0, points[1] ?? 0);
  for (let at = 2; at < points.length; at += 2) path.lineTo(points[at] ?? 0, points[at + 1] ?? 0);
  path.closePath();
}

function widthOf(points: Float32Array | undefined): number {
  if (points === undefined) return 0;
  const xs = Array.from(points).filter((_, at) => at % 2 === 0);
  return Math.max(...xs) - Math.min(...xs);
}

/** The pattern of the legend. */
function hatchFor(context: CanvasRenderingContext2D): CanvasPattern | null {
  const tile = document.createElement("canvas");
  Object.assign(tile, { width: 6, height: 6 });
  const drawn = tile.getContext("2d");
  if (drawn === null) return null;
  drawn.fillStyle = "#f6dfae";
  drawn.fillRect(0, 0, 6, 6);
  drawn.strokeStyle = "#c98a2b";
  drawn.lineWidth = 1.6;
  for (const from of [-6, 0, 6]) {
    drawn.moveTo(from, 6);
    drawn.lineTo(from + 6, 0);
  }
  drawn.stroke();
  return context.createPattern(tile, "repeat");
}
