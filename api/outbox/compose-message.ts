import { classComposers } from "../classes/class-messages.js";
import { noticeComposers } from "../notices/notice-composers.js";
import { wishComposers } from "../wishes/wish-messages.js";
import type { Composers } from "./composer.js";

/** Who says what messages say. */
export const COMPOSERS: Required<Composers> = { ...classComposers, ...wishComposers, ...noticeComposers };
