/**
 * The ids of a station's tasks with something left to do, in the order in which they were made. KEYS: open tasks, tasks of
 * the station. Open tasks are few, however many a station has had.
 */
export const listOpenTasksScript = `
  return redis.call("ZINTER", 2, KEYS[1], KEYS[2], "AGGREGATE", "MIN")
`;
