import type { Notice } from "../../shared/notices/notice.js";
import type { User } from "../../shared/people/user.js";

/** A notice to somebody who is there. */
export interface Told {
  notice: Notice;
  user: User;
}
