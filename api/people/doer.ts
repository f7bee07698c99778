import type { ChangeAuthor } from "../../shared/audit/audit-entry.js";
import type { User } from "../../shared/people/user.js";

/** Somebody signed in who is doing something, and how the record names them. */
export interface Doer {
  user: User;
  author: ChangeAuthor;
}
