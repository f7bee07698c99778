import type { PressableProps } from "./pressable-props";

/** A real button: reached by keyboard, pressed by Enter and Space, named for screen readers, with nothing to add. */
export function Pressable({ className, label, pressed, expanded, disabled, onPress, children }: PressableProps) {
  return (
    <button
      type="button"
      className={`pressable ${disabled ? "pressable-off" : ""} ${className ?? ""}`}
      aria-label={label}
      aria-pressed={pressed}
      aria-expanded={expanded}
      disabled={disabled}
      onClick={onPress}
    >
      {children}
    </button>
  );
}
