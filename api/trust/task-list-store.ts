import { z } from "zod";
import type { EpochMs } from "../../shared/common/time.js";
import type { StationId } from "../../shared/stations/station.js";
import { Task } from "../../shared/trust/report.js";
import { isOpenTask } from "../../shared/trust/task-states.js";
import type { Redis } from "../redis/client.js";
import { keys } from "../redis/keys.js";
import { listOpenTasksScript } from "../redis/scripts/list-open-tasks.js";

/** How many tasks are read from Redis at a time. */
const BATCH = 500;

const Ids = z.array(z.string());
const Values = z.array(z.string().nullable());

/** Reads tasks in their orders. Part of the report store, which changes them. */
export function createTaskLists(redis: Redis) {
  const openScript = redis.createScript<string[]>(listOpenTasksScript);

  async function findTasks(ids: readonly string[]): Promise<Task[]> {
    if (ids.length === 0) return [];
    const documents = Values.parse(await redis.hmget(keys.tasks, ...ids));
    return documents.flatMap((document) => (document === null ? [] : [Task.parse(JSON.parse(document))]));
  }

  /** The newest 500 tasks of a station, or of all. */
  async function newestTasks(stationId: StationId | null): Promise<Task[]> {
    for await (const tasks of tasksFrom(stationId, Number.MAX_SAFE_INTEGER)) return tasks;
    return [];
  }

  /** The tasks of a station, or of all, that were made until then, newest first, a helping at a time. */
  async function* tasksFrom(stationId: StationId | null, madeUntil: EpochMs): AsyncGenerator<Task[]> {
    const key = stationId === null ? keys.allTasks : keys.tasksOfStation(stationId);
    for (let offset = 0; ; offset += BATCH) {
      const helping = { byScore: true, rev: true, offset, count: BATCH } as const;
      const ids = Ids.parse(await redis.zrange(key, madeUntil, "-inf", helping));
      yield await findTasks(ids);
      if (ids.length < BATCH) return;
    }
  }

  /** Every task of a station with something left to do, oldest first. */
  async function openTasksOf(stationId: StationId): Promise<Task[]> {
    const ids = Ids.parse(await openScript.exec([keys.openTasks, keys.tasksOfStation(stationId)], []));
    const found: Task[] = [];
    for (let start = 0; start < ids.length; start += BATCH) {
      found.push(...(await findTasks(ids.slice(start, start + BATCH))));
    }
    return found.filter(isOpenTask);
  }

  /** Every task with something left to do that was made until then, oldest first. */
  async function openTasks(madeUntil: EpochMs): Promise<Task[]> {
    const found: Task[] = [];
    for (let offset = 0; ; offset += BATCH) {
      const page = { byScore: true, offset, count: BATCH } as const;
      const ids = Ids.parse(await redis.zrange(keys.openTasks, "-inf", madeUntil, page));
      found.push(...(await findTasks(ids)));
      if (ids.length < BATCH) return found.filter(isOpenTask);
    }
  }

  return { findTasks, newestTasks, tasksFrom, openTasks, openTasksOf };
}
