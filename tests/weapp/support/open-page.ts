import { type DrawnNode, DrawnTree, hasClass, textOf, type Way } from "./drawn-tree.js";
import type { Template } from "./templates.js";

export type PageConfig = Record<string, unknown>;

/** What of a running program a page needs. */
interface Around {
  templates: ReadonlyMap<string, Template>;
  /** Runs a handler of the page; what it throws goes where WeChat sends it. */
  guard: <Value>(run: () => Value) => Value | undefined;
  /** Runs what a finger does: some functions of WeChat work within a tap only. */
  withinTap: (run: () => void) => void;
  agreeButtonTapped: (id: string) => void;
  shareFrom: (page: OpenPage, target: DrawnNode) => void;
}

/** WeChat advises against more in one go, and refuses four times as much. */
const LARGEST_SET_DATA_BYTES = 256 * 1024;

/** A page on the stack: what the package registered, with the data it has handed over so far. */
export class OpenPage {
  readonly instance: Record<string, unknown>;
  /** The size of each call of `setData`. */
  readonly handedOver: number[] = [];
  isClosed = false;
  /** When it last handed something over, on the clock of `performance.now`. */
  changedAt = performance.now();

  constructor(
    readonly path: string,
    readonly query: Record<string, string>,
    config: PageConfig,
    private readonly around: Around,
  ) {
    this.instance = {
      ...config,
      data: structuredClone(config.data ?? {}),
      route: path,
      options: query,
      setData: (data: Record<string, unknown>, done?: () => void) => this.setData(data, done),
      createSelectorQuery: () => emptyQuery(),
    };
  }

  /** Calls a handler that WeChat calls, such as `onShow`; what it answers. */
  tell(handler: string, ...given: unknown[]): unknown {
    const known = this.instance[handler];
    return typeof known === "function" ? this.around.guard(() => known.apply(this.instance, given)) : undefined;
  }

  has(handler: string): boolean {
    return typeof this.instance[handler] === "function";
  }

  tree(): DrawnTree {
    return new DrawnTree((this.instance.data as { root?: DrawnNode }).root ?? {}, this.around.templates);
  }

  text(): string {
    return this.tree().text();
  }

  /** How many things of a class are drawn. */
  count(className: string): number {
    return this.tree().all((node) => hasClass(node, className)).length;
  }

  /** Puts a finger on a thing; throws where nothing that can be reached is called so and does something. */
  tapNow(name: string | RegExp): void {
    const tree = this.tree();
    const way = tree
      .called(name)
      .filter((found) => found.some((node) => answersTap(tree, node)))
      // The innermost that says just this.
      .sort((one, other) => textOf(last(one)).length - textOf(last(other)).length)[0];
    if (way === undefined) throw new Error(`nothing to tap says ${String(name)}; the page says:\n${this.text()}`);
    this.fire(way, "tap", {});
    const button = way.find((node) => tree.tag(node) === "button");
    if (button === undefined) return;
    const openType = tree.attribute(button, "open-type");
    if (openType === "agreePrivacyAuthorization") {
      this.around.agreeButtonTapped(idOf(button));
      this.fire(way.slice(0, way.indexOf(button) + 1), "agreeprivacyauthorization", {});
    }
    if (openType === "share") this.around.shareFrom(this, button);
  }

  /** Writes into the field of a name. */
  typeNow(name: string | RegExp, value: string): void {
    this.fire(this.field(name, ["input", "textarea"]), "input", { value, cursor: value.length });
  }

  /** Turns WeChat's wheel to a value. */
  pickNow(name: string | RegExp, value: string | number): void {
    this.fire(this.field(name, ["picker"]), "change", { value });
  }

  /** The field itself, or the one beside its label. */
  private field(name: string | RegExp, tags: readonly string[]): Way {
    const tree = this.tree();
    const isField = (node: DrawnNode) => tags.includes(tree.tag(node));
    const matches = (said: unknown) =>
      typeof said === "string" && (typeof name === "string" ? said === name : name.test(said));
    const named = tree.all(
      (node) => isField(node) && (matches(tree.label(node)) || matches(tree.attribute(node, "placeholder"))),
    );
    if (named[0]) return named[0];
    const around = tree
      .all((node) => matches(textOf(node)))
      .map((way) => way.at(-2))
      .flatMap((parent) =>
        tree.all((node) => isField(node)).filter((way) => parent !== undefined && way.includes(parent)),
      );
    if (around[0]) return around[0];
    throw new Error(`no field is called ${String(name)}; the page says:\n${this.text()}`);
  }

  /** An event goes from the innermost thing outwards, to each whose template binds it. */
  private fire(way: Way, type: string, detail: object): void {
    const tree = this.tree();
    const innermost = last(way);
    const bubbles = type === "tap";
    const bound = [...way].reverse().filter((node) => tree.binds(node, type));
    const run = () => {
      for (const node of bubbles ? bound : bound.slice(0, 1)) {
        this.tell("eh", { type, timeStamp: 0, detail, target: eventNode(innermost), currentTarget: eventNode(node) });
      }
    };
    this.around.withinTap(run);
  }

  private setData(data: Record<string, unknown>, done?: () => void): void {
    // What is handed over becomes text: nothing of it may still hang on the script's own objects.
    const text = JSON.stringify(data);
    const bytes = Buffer.byteLength(text);
    if (bytes > LARGEST_SET_DATA_BYTES) throw new Error(`setData of ${bytes} bytes on ${this.path}`);
    this.handedOver.push(bytes);
    this.changedAt = performance.now();
    for (const [path, value] of Object.entries(JSON.parse(text))) put(this.instance.data as object, path, value);
    if (done) setImmediate(() => this.around.guard(done));
  }
}

function answersTap(tree: DrawnTree, node: DrawnNode): boolean {
  return tree.binds(node, "tap") && (hasClass(node, "pressable") || ["button", "picker"].includes(tree.tag(node)));
}

function idOf(node: DrawnNode): string {
  return String(node.uid ?? node.sid ?? "");
}

function eventNode(node: DrawnNode): object {
  return { id: idOf(node), offsetLeft: 0, offsetTop: 0, dataset: { sid: node.sid } };
}

function last(way: Way): DrawnNode {
  return way.at(-1) ?? {};
}

/** Puts a value where a path of `setData` says: `root.cn.[0].cl`. */
function put(data: object, path: string, value: unknown): void {
  const steps = path.match(/[^.[\]]+/g) ?? [];
  const key = steps.pop();
  let place = data as Record<string, unknown>;
  for (const step of steps) {
    if (typeof place[step] !== "object" || place[step] === null) place[step] = {};
    place = place[step] as Record<string, unknown>;
  }
  if (key !== undefined) place[key] = value;
}

/** Nothing is laid out here: what asks for sizes learns of none. */
function emptyQuery(): object {
  const query: Record<string, unknown> = {};
  const again = () => query;
  for (const name of ["select", "selectAll", "selectViewport", "boundingClientRect", "scrollOffset", "fields", "in"]) {
    query[name] = again;
  }
  query.exec = (done?: (answers: null[]) => void) => setImmediate(() => done?.([null]));
  return query;
}
