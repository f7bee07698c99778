import { useCallback, useState } from "react";

const KEY = "desk-widths";
type Widths = Readonly<Record<string, number>>;

function kept(): Widths {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    return typeof value === "object" && value !== null ? (value as Widths) : {};
  } catch {
    return {};
  }
}

/** How wide somebody has made the columns, on this machine. */
export function useWidths(): [Widths, (key: string, width: number) => void] {
  const [widths, setWidths] = useState(kept);
  const set = useCallback(
    (key: string, width: number) =>
      setWidths((before) => {
        const next = { ...before, [key]: width };
        localStorage.setItem(KEY, JSON.stringify(next));
        return next;
      }),
    [],
  );
  return [widths, set];
}
