import { distanceMetres } from "../../../../shared/common/distance";
import type { MapPoint } from "../../../../shared/common/place";
import { LOCATION } from "../../build-settings";
import { locate } from "../../platform/location/locate";
import { currentSettings } from "../../platform/settings/settings";

/** As far as phones err beside tall houses. */
export const AT_DOOR_METRES = 150;

/**
 * Whether this phone is at the door, found out on the phone: the position itself goes nowhere. False where the person
 * has not let the program know it, or where it is known only roughly.
 */
export async function isAtDoor(door: MapPoint): Promise<boolean> {
  if (LOCATION === "none" || !currentSettings().usesPosition) return false;
  const found = await locate();
  if (found.state === "missing" || found.position.isRough) return false;
  return distanceMetres(found.position.mapPoint, door) <= AT_DOOR_METRES;
}
