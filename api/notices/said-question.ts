import type { EpochMs } from "../../shared/common/time.js";
import type { Station } from "../../shared/stations/station.js";
import type { Dependencies } from "../dependencies.js";

/** What a question says when it is sent. */
export interface SaidQuestion {
  /** Without a slash in front, with its query: the page that answers it in one tap. */
  page: string;
  /** Until when an answer is wanted, or since when it is asked. */
  time: EpochMs;
  /** What is asked, in 20 characters; what does not fit is cut. */
  note: string;
}

/**
 * Says a question as it stands when it is sent; null when it was answered meanwhile, or is over.
 *
 * @param detail what `askKeepers` was given: which time of the question this is
 */
export type SayQuestion = (deps: Dependencies, station: Station, detail: string) => Promise<SaidQuestion | null>;
