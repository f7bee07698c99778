// What the program uses and the oldest browsers and phones it is built for (miniapp/package.json, browserslist) do not have.
// Chrome has flat and flatMap since 69, fromEntries and matchAll since 73, replaceAll (which Taro's router calls) since 85;
// Safari since 12.0, 12.1, 13 and 13.4.

addMissing(Array.prototype, "flat", function flat(this: unknown[], depth = 1): unknown[] {
  return this.reduce<unknown[]>(
    (all, item) => all.concat(Array.isArray(item) && depth > 1 ? item.flat(depth - 1) : item),
    [],
  );
});

addMissing(
  Array.prototype,
  "flatMap",
  function flatMap(
    this: unknown[],
    replace: (item: unknown, index: number, all: unknown[]) => unknown,
    self?: unknown,
  ): unknown[] {
    const replaced = this.map((item, index) => replace.call(self, item, index, this));
    return replaced.flat();
  },
);

addMissing(Object, "fromEntries", (entries: Iterable<readonly [PropertyKey, unknown]>): object => {
  const made: Record<PropertyKey, unknown> = {};
  for (const [name, value] of entries) made[name] = value;
  return made;
});

addMissing(
  String.prototype,
  "replaceAll",
  function replaceAll(this: string, wanted: string | RegExp, by: string): string {
    // A regular expression has to be a global one here, so that replace does the same.
    return typeof wanted === "string" ? this.split(wanted).join(by) : this.replace(wanted, by);
  },
);

addMissing(String.prototype, "matchAll", function matchAll(this: string, pattern: RegExp): RegExpExecArray[] {
  const copy = new RegExp(pattern.source, pattern.flags);
  const found: RegExpExecArray[] = [];
  for (let match = copy.exec(this); match !== null; match = copy.exec(this)) {
    found.push(match);
    // An empty match stays where it is by itself.
    if (match[0] === "") copy.lastIndex++;
  }
  return found;
});

function addMissing(owner: object, name: string, value: (...given: never[]) => unknown): void {
  if (!(name in owner)) Object.defineProperty(owner, name, { value, configurable: true, writable: true });
}

export {};
