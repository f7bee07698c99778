import type { ReactNode } from "react";

export interface SheetProps {
  title: string;
  /** The person turned away from it. */
  onClose: () => void;
  /** What the button to turn away says; 不改了 where nothing else is said. */
  awayLabel?: string;
  children: ReactNode;
}
