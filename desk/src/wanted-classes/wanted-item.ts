import type { WantedClasses } from "../../../shared/classes/wanted-class";

/** What some people want to learn in one district. */
export type WantedItem = WantedClasses["wanted"][number];
