import { useRouter } from "@tanstack/react-router";
import type { MouseEvent, ReactNode } from "react";

interface PlaceLinkProps {
  /** Below /desk, with what the address says there: `/reports?station=st_x`. */
  to: string;
  className?: string;
  children: ReactNode;
}

/** A link to any place of the desk by its address, without loading the desk anew. */
export function PlaceLink({ to, className, children }: PlaceLinkProps) {
  const { history } = useRouter();
  const href = `/desk${to}`;
  const go = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    history.push(href);
  };
  return (
    <a href={href} className={className} onClick={go}>
      {children}
    </a>
  );
}
