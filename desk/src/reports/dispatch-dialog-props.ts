import type { Dispatch } from "../../../shared/trust/dispatch";
import type { TaskItem } from "../../../shared/trust/report-answer";

/** What can be done, and the rest of what the API is told of it. */
export type Act = Dispatch extends infer One ? (One extends Dispatch ? Omit<One, "ids"> : never) : never;

/** What each of the dialogs is given. */
export interface DispatchDialogProps {
  chosen: readonly TaskItem[];
  onClose: () => void;
  /** @param words what is told afterwards, with {n} for how many */
  onSend: (act: Act, words: string) => Promise<void>;
}
