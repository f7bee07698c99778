import type { ReactNode } from "react";

export interface PressableProps {
  className?: string;
  /** Read aloud instead of the content, where that is only marks or needs more words. */
  label?: string;
  /** For a chip or a switch that stays on: whether it is. */
  pressed?: boolean;
  /** For a control that shows and hides something: whether it is shown. */
  expanded?: boolean;
  disabled?: boolean;
  onPress: () => void;
  children: ReactNode;
}
