import { useEffect, useRef } from "react";

const MARK = "closedByBack";

/**
 * The browser's Back ends what is rendered with this, instead of leaving the page: an entry of its own lies over the page's.
 *
 * @param close undefined: Back leaves the page
 */
export function useBackCloses(close: (() => void) | undefined): void {
  const latest = useRef(close);
  latest.current = close;
  const isClosable = close !== undefined;
  useEffect(() => {
    if (!isClosable) return;
    const mark = `${Date.now()}`;
    const isOnTop = () => window.history.state?.[MARK] === mark;
    const onBack = (event: PopStateEvent) => {
      // Back to here from a page that was opened over it is the router's.
      if (isOnTop()) return;
      event.stopImmediatePropagation();
      latest.current?.();
    };
    window.history.pushState({ ...window.history.state, [MARK]: mark }, "");
    window.addEventListener("popstate", onBack, true);
    return () => {
      window.removeEventListener("popstate", onBack, true);
      if (!isOnTop()) return;
      window.addEventListener("popstate", (event) => event.stopImmediatePropagation(), { capture: true, once: true });
      window.history.back();
    };
  }, [isClosable]);
}
