import type { ThemeConfig } from "antd";

/** The colours of the phone, each ≥ 4.5:1 on its ground. */
export const INK = "#1B1B18";

export const theme: ThemeConfig = {
  // The styles come as a file (build/antd-styles.ts), whose names depend on no render.
  zeroRuntime: true,
  hashed: false,
  cssVar: { key: "desk" },
  token: {
    colorPrimary: "#C2410C",
    colorInfo: "#C2410C",
    colorError: "#A4161A",
    colorText: INK,
    colorTextSecondary: "#55534C",
    colorTextPlaceholder: "#6B6961",
    colorBorder: "#8A867B",
    colorBorderSecondary: "#E4E0D6",
    colorBgLayout: "#F6F4EF",
    borderRadius: 8,
    fontSize: 15,
    fontFamily: 'system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif',
    motion: false,
  },
};
