import type { WishSettings } from "../../shared/wishes/wish-settings.js";
import type { Dependencies } from "../dependencies.js";

/** Something that is done from time to time without anybody asking. It may run twice, or late: both do no harm. */
export interface Job {
  /** In words of kebab-case, known for good: `send-messages`. */
  name: string;
  /** What it does, in Chinese, for officers: 发送提醒消息. Days that an office may set come from its settings. */
  title: string | ((settings: WishSettings) => string);
  /** How often it is to run, in milliseconds. It runs at the first chance after that. */
  everyMs: number;
  /**
   * Does a bounded amount of work, and tells how much it changed.
   *
   * @param signal the server is to stop: what is left is for the next run
   */
  run: (deps: Dependencies, signal?: AbortSignal) => Promise<{ changed: number }>;
  /** Leaves an entry in the record at each run: jobs that delete what people gave. */
  isRecorded?: boolean;
}

/** What a job does, under the settings of an office. */
export function titleOf({ title }: Pick<Job, "title">, settings: WishSettings): string {
  return typeof title === "string" ? title : title(settings);
}
