import type { Random } from "../../bench/made-up-stations.js";

export interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  minLength?: number;
  minimum?: number;
  maximum?: number;
  format?: string;
}

/** What whoever wrote the program may not have thought of. */
const HOSTILE = [
  ...["", " ", "0", "-1", "null", "true", "NaN", "__proto__", "constructor", "../../etc/passwd", "%00", "%", "'", '"'],
  ...["st_demo_01", "us_x", "{stations}:documents", "*", "😀", "\u202e", "\ud800", "驿站", "a".repeat(5_000), "\u0000"],
  ...["2026-02-30", "9999-12-31T23:59:59Z", "1e309", "<script>", "\r\nX: y", "$where", "[]", "{}"],
];
const HOSTILE_VALUES = [null, true, 0, -1, 1e308, 0.1, Number.MAX_SAFE_INTEGER, [], {}, [[]], { a: { b: {} } }, "x"];
const DEEPEST = 6;

/** Makes values by a schema of the API description, some of them right, some nearly, some not at all. */
export function schemaValues(components: Record<string, Schema>, random: Random) {
  const pick = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(random() * items.length)];

  const text = ({ format }: Schema): string => {
    if (format === "date-time") return pick(["2026-11-29T10:00:00+08:00", "2026-11-29T02:00:00Z"]) ?? "";
    if (format === "date") return "2026-11-29";
    return pick(["st_demo_01", "640104", "兴庆区", "小李", "wifi", "13895071234"]) ?? "";
  };
  const right = (schema: Schema, depth: number): unknown => {
    if (schema.const !== undefined) return schema.const;
    if (schema.enum) return pick(schema.enum);
    const type = Array.isArray(schema.type) ? pick(schema.type) : schema.type;
    if (type === "string") return text(schema);
    if (type === "boolean") return random() < 0.5;
    if (type === "null") return null;
    if (type === "integer" || type === "number") {
      const { minimum = 0, maximum = minimum + 100 } = schema;
      const number = minimum + random() * (maximum - minimum);
      return type === "integer" ? Math.round(number) : number;
    }
    if (type === "array") {
      return Array.from({ length: Math.floor(random() * 4) }, () => value(schema.items ?? {}, depth + 1));
    }
    const fields = Object.entries(schema.properties ?? {});
    const wanted = fields.filter(([name]) => schema.required?.includes(name) || random() < 0.5);
    return Object.fromEntries(wanted.map(([name, field]) => [name, value(field, depth + 1)]));
  };
  const value = (schema: Schema, depth = 0): unknown => {
    if (depth > DEEPEST) return null;
    const name = schema.$ref?.split("/").at(-1);
    if (name !== undefined) return value(components[name] ?? {}, depth + 1);
    if (random() < 0.06) return random() < 0.5 ? pick(HOSTILE) : pick(HOSTILE_VALUES);
    const choice = pick(schema.anyOf ?? schema.oneOf ?? []);
    if (choice) return value(choice, depth + 1);
    if (schema.allOf) return Object.assign({}, ...schema.allOf.map((part) => value(part, depth + 1)));
    return right(schema, depth);
  };
  return { value, hostile: () => pick(HOSTILE) ?? "" };
}
