type Value = string | null | (string | null)[];

/**
 * query-string in place of itself, as far as Taro's web build uses it: a value by its name, null where a name has none, a
 * list where it comes more than once.
 */
function parse(search: string, { decode = true } = {}): Record<string, Value> {
  const values: Record<string, Value> = Object.create(null);
  const read = (text: string) => (decode ? decoded(text) : text);
  for (const part of search
    .trim()
    .replace(/^[?#&]/, "")
    .split("&")) {
    if (part === "") continue;
    const [, coded = "", value] = /^([^=]*)(?:=(.*))?$/.exec(part.replace(/\+/g, " ")) ?? [];
    const name = read(coded);
    const next = value === undefined ? null : read(value);
    const known = values[name];
    values[name] = known === undefined ? next : [...(Array.isArray(known) ? known : [known]), next];
  }
  return values;
}

/** A link that somebody cut short may end in half a character. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export default { parse };
