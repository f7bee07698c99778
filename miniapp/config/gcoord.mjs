// gcoord in place of its one file, which brings every datum and all of GeoJSON: phones convert single points between the
// datums of shared/common/place.ts. In JavaScript, as its sources do not pass our compiler's rules.
import { BD09ToGCJ02, GCJ02ToBD09 } from "gcoord/src/crs/BD09.ts";
import { GCJ02ToWGS84, WGS84ToGCJ02 } from "gcoord/src/crs/GCJ02.ts";

const same = (position) => position;
const TO_GCJ02 = { gcj02: same, wgs84: WGS84ToGCJ02, bd09: BD09ToGCJ02 };
const FROM_GCJ02 = { gcj02: same, wgs84: GCJ02ToWGS84, bd09: GCJ02ToBD09 };

export default {
  GCJ02: "gcj02",
  WGS84: "wgs84",
  BD09: "bd09",
  transform: (position, from, to) => FROM_GCJ02[to](TO_GCJ02[from](position)),
};
