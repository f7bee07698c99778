import { openPage } from "./go";

/** What was asked for, what is offered and what there is, for everybody. */
export function openPublicLists(): void {
  openPage("/visitor/lists/index");
}
