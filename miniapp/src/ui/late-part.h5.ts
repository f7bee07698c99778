import { type ComponentType, useEffect, useState } from "react";

interface LatePart<Props> {
  /** Null until it is here. */
  Part: ComponentType<Props> | null;
  /** It cannot be had. */
  isMissing: boolean;
}

/** A part of a page whose script is fetched once it is wanted. */
export function useLatePart<Props>(load: () => Promise<ComponentType<Props>>): LatePart<Props> {
  const [late, setLate] = useState<LatePart<Props>>({ Part: null, isMissing: false });
  useEffect(() => {
    let gone = false;
    const show = (now: LatePart<Props>) => {
      if (!gone) setLate(now);
    };
    load().then(
      (Part) => show({ Part, isMissing: false }),
      () => show({ Part: null, isMissing: true }),
    );
    return () => {
      gone = true;
    };
  }, [load]);
  return late;
}
