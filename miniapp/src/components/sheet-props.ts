import type { ReactNode } from "react";

export interface SheetProps {
  title: string;
  /** The person turned away from it. */
  onClose: () => void;
  children: ReactNode;
}
