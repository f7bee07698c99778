const VERSION = /^(\d{1,4})\.(\d{1,4})\.(\d{1,4})$/;

/** Whether a version such as 0.9.10 comes before another; what is no version comes before none. */
export function isOlderVersion(version: string, other: string): boolean {
  const one = VERSION.exec(version);
  const two = VERSION.exec(other);
  if (one === null || two === null) return false;
  for (let part = 1; part <= 3; part += 1) {
    const difference = Number(one[part]) - Number(two[part]);
    if (difference !== 0) return difference < 0;
  }
  return false;
}
