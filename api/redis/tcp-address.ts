/** A Redis to be spoken to over TCP: one server, the one that Sentinels name, or a cluster. */
export type TcpAddress =
  | { topology: "single"; url: string }
  | ({ topology: "sentinel"; name: string } & Nodes)
  | ({ topology: "cluster" } & Nodes);

interface Nodes {
  nodes: { host: string; port: number }[];
  username?: string;
  password?: string;
  tls: boolean;
}

export const TCP_ADDRESS_FORMS =
  "redis://host:port, rediss://host:port, redis+sentinel://host:port,host:port/name or redis+cluster://host:port,host:port";

const MANY = /^(rediss?)\+(sentinel|cluster):\/\/(?:([^:@/]*):([^@/]*)@)?([^@/]+)(?:\/([\w.-]+))?\/?$/;
const SENTINEL_PORT = 26_379;
const REDIS_PORT = 6_379;

/**
 * Reads REDIS_URL. Name and password, where there are some, are those of the servers; Sentinels are asked without.
 *
 * @returns null where it is none of {@link TCP_ADDRESS_FORMS}
 * @example readTcpAddress("redis+sentinel://:secret@10.0.0.1:26379,10.0.0.2:26379/mymaster")
 */
export function readTcpAddress(text: string): TcpAddress | null {
  if (/^rediss?:\/\/./.test(text)) return URL.canParse(text) ? { topology: "single", url: text } : null;
  const [, scheme, topology, username = "", password = "", hosts = "", name] = MANY.exec(text) ?? [];
  const nodes = hosts.split(",").map((host) => readNode(host, topology === "sentinel" ? SENTINEL_PORT : REDIS_PORT));
  if (scheme === undefined || nodes.some((node) => node === null)) return null;
  const shared = {
    nodes: nodes.filter((node) => node !== null),
    tls: scheme === "rediss",
    ...(username === "" ? {} : { username: decodeURIComponent(username) }),
    ...(password === "" ? {} : { password: decodeURIComponent(password) }),
  };
  if (topology === "cluster") return name === undefined ? { topology, ...shared } : null;
  return name === undefined ? null : { topology: "sentinel", name, ...shared };
}

function readNode(text: string, defaultPort: number): { host: string; port: number } | null {
  const [, ipv6, name, digits] = /^(?:\[([\da-fA-F:]+)\]|([^:[\]]+))(?::(\d{1,5}))?$/.exec(text) ?? [];
  const host = ipv6 ?? name;
  const port = digits === undefined ? defaultPort : Number(digits);
  return host === undefined || port === 0 || port > 65_535 ? null : { host, port };
}
