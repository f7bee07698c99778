import type { MessageContent, MessageKind } from "../../shared/messages/message-kind.js";
import type { Dependencies } from "../dependencies.js";
import type { OutboxMessage } from "./outbox-message.js";

/** What a message says, and the page of the mini-program that it opens. */
export interface ComposedMessage<Kind extends MessageKind> {
  /** Without a slash in front, with its query: `visitor/class/index?id=se_x`. */
  page: string;
  content: MessageContent<Kind>;
  /**
   * Of kinds whose yeses are counted: it may go out at night, and counts for no day. Of the others nothing waits for
   * the morning.
   */
  isUrgent?: boolean;
}

/**
 * Says what is true when a message is sent, not when its event happened; null when there is nothing left to say (the
 * class was cancelled, the offer ran out).
 */
export type Composer<Kind extends MessageKind> = (
  deps: Dependencies,
  message: OutboxMessage,
) => Promise<ComposedMessage<Kind> | null>;

/** One for each kind; each feature gives its own (`...classComposers`). */
export type Composers = { [Kind in MessageKind]?: Composer<Kind> };
