/** Whose chat groups have robots that we can talk through, with the host and the path of each. */
const GROUP_SYSTEMS = {
  wecom: { name: "企业微信", host: "qyapi.weixin.qq.com", path: "/cgi-bin/webhook/send" },
  dingtalk: { name: "钉钉", host: "oapi.dingtalk.com", path: "/robot/send" },
  feishu: { name: "飞书", host: "open.feishu.cn", path: "/open-apis/bot/v2/hook/" },
} as const;
export type GroupSystem = keyof typeof GROUP_SYSTEMS;
export const GROUP_SYSTEM_KEYS = Object.keys(GROUP_SYSTEMS) as [GroupSystem, ...GroupSystem[]];

export const GROUP_SYSTEM_NAMES: Readonly<Record<GroupSystem, string>> = {
  wecom: GROUP_SYSTEMS.wecom.name,
  dingtalk: GROUP_SYSTEMS.dingtalk.name,
  feishu: GROUP_SYSTEMS.feishu.name,
};

/** Which system an address that an office pasted belongs to; null: to none of the three. Nothing else is ever called. */
export function groupSystemOf(address: string): GroupSystem | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || url.protocol !== "https:" || url.port !== "" || url.username !== "" || url.password !== "") {
    return null;
  }
  return GROUP_SYSTEM_KEYS.find((system) => isOf(url, system)) ?? null;
}

function isOf({ hostname, pathname }: URL, system: GroupSystem): boolean {
  const { host, path } = GROUP_SYSTEMS[system];
  if (hostname !== host) return false;
  return path.endsWith("/") ? pathname.startsWith(path) && pathname.length > path.length : pathname === path;
}
