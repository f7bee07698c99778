import type { Template } from "./templates.js";

/** A node as a page hands it over: `nn` names its template, `cl` is its class, `v` its text, `cn` its children. */
export interface DrawnNode {
  sid?: string;
  uid?: string;
  nn?: string;
  cl?: string;
  st?: string;
  v?: string;
  cn?: DrawnNode[];
  [attribute: string]: unknown;
}

/** A node with those around it, the outermost first and itself last. */
export type Way = readonly DrawnNode[];

/** What a page shows: the tree of its data, read through the package's templates. */
export class DrawnTree {
  constructor(
    private readonly root: DrawnNode,
    private readonly templates: ReadonlyMap<string, Template>,
  ) {}

  /** Every text, a line for each that stands by itself, with pictures' names. */
  text(): string {
    const lines: string[] = [];
    let line = "";
    const flush = () => {
      if (line.trim() !== "") lines.push(line.trim());
      line = "";
    };
    const read = (node: DrawnNode) => {
      if (node.v !== undefined) line += node.v;
      const isBlock = this.tag(node) !== "text" && node.v === undefined;
      if (isBlock) flush();
      for (const child of node.cn ?? []) read(child);
      if (isBlock) flush();
    };
    read(this.root);
    flush();
    return lines.join("\n");
  }

  /** What covers the page, such as a sheet; the page itself where nothing does. */
  private inFront(): Way {
    const veils = this.all((node) => hasClass(node, "veil"));
    return veils.at(-1) ?? [this.root];
  }

  /** The things a finger can reach that are called so: by their name for readers, or by what stands on them. */
  called(name: string | RegExp, fits: (node: DrawnNode) => boolean = () => true): Way[] {
    const front = this.inFront();
    const covering = front.at(-1);
    const matches = (said: string) => (typeof name === "string" ? said === name : name.test(said));
    return this.all((node) => fits(node) && (matches(this.label(node)) || matches(textOf(node)))).filter(
      (way) => covering === undefined || way.includes(covering),
    );
  }

  /** Ways to all nodes that fit, in the order in which they are drawn. */
  all(fits: (node: DrawnNode) => boolean): Way[] {
    const found: Way[] = [];
    const walk = (node: DrawnNode, above: Way) => {
      const way = [...above, node];
      if (fits(node)) found.push(way);
      for (const child of node.cn ?? []) walk(child, way);
    };
    walk(this.root, []);
    return found;
  }

  tag(node: DrawnNode): string {
    return this.templates.get(node.nn ?? "")?.tag ?? "";
  }

  /** An attribute, as the template hands it to WeChat's component. */
  attribute(node: DrawnNode, name: string): unknown {
    const key = this.templates.get(node.nn ?? "")?.keys.get(name);
    return key === undefined ? undefined : node[key];
  }

  binds(node: DrawnNode, event: string): boolean {
    return this.templates.get(node.nn ?? "")?.events.has(event) ?? false;
  }

  label(node: DrawnNode): string {
    const label = this.attribute(node, "aria-label");
    return typeof label === "string" ? label : "";
  }
}

export function textOf(node: DrawnNode): string {
  return (node.v ?? "") + (node.cn ?? []).map(textOf).join("");
}

export function hasClass(node: DrawnNode, name: string): boolean {
  return node.cl?.split(" ").includes(name) ?? false;
}
