import { View } from "@tarojs/components";
import { useMemo } from "react";
import { encode } from "uqr";
import { accessible } from "./accessible";
import "./qr-code.scss";

interface QrCodeProps {
  text: string;
  /** Read aloud. */
  label: string;
}

interface Run {
  start: number;
  isDark: boolean;
  modules: number;
}

/** White around the code, in modules: what scanners need. */
const BORDER = 4;

/** A QR drawn of boxes, which WeChat and the web draw alike, with no network and no canvas. */
export function QrCode({ text, label }: QrCodeProps) {
  const rows = useMemo(() => rowsOf(text), [text]);
  return (
    <View className="qr-code" {...accessible({ role: "img", label })}>
      {rows.map(({ top, runs }) => (
        <View key={top} className="qr-row">
          {runs.map(({ start, isDark, modules }) => (
            <View key={start} className={isDark ? "qr-dark" : "qr-light"} style={{ flexGrow: modules }} />
          ))}
        </View>
      ))}
    </View>
  );
}

function rowsOf(text: string): { top: number; runs: Run[] }[] {
  return encode(text, { ecc: "M", border: BORDER }).data.map((row, top) => ({ top, runs: runsOf(row) }));
}

/** Neighbours of one colour are one box: half as many boxes, and no hairlines between them. */
function runsOf(row: readonly boolean[]): Run[] {
  const runs: Run[] = [];
  row.forEach((isDark, start) => {
    const last = runs[runs.length - 1];
    if (last?.isDark === isDark) last.modules += 1;
    else runs.push({ start, isDark, modules: 1 });
  });
  return runs;
}
