import type { TravelMode } from "../../../shared/common/distance";
import type { MapPoint } from "../../../shared/common/place";

/** Where somebody is taken. GCJ-02, as all three map apps take it in China. */
export interface Destination {
  name: string;
  address: string;
  location: MapPoint;
}

export interface TakeMeThereProps {
  to: Destination;
  travel: TravelMode;
}

export interface MapApp {
  key: string;
  name: string;
  /** As people call it. */
  shortName: string;
  url: string;
}

/**
 * Links that open a map app on the phone, or its page where it is not installed; only such as this phone can open.
 *
 * @param isApple whether the phone or computer is Apple's: no other has its maps
 */
export function mapApps({ name, location }: Destination, travel: TravelMode, isApple: boolean): MapApp[] {
  const { latitude, longitude } = location;
  const label = encodeURIComponent(name);
  const byBike = travel === "ebike";
  const apps: MapApp[] = [
    {
      key: "amap",
      name: "高德地图",
      shortName: "高德",
      url: `https://uri.amap.com/navigation?to=${longitude},${latitude},${label}&mode=${byBike ? "ride" : "walk"}&coordinate=gaode&src=yizhan&callnative=1`,
    },
    {
      key: "tencent",
      name: "腾讯地图",
      shortName: "腾讯地图",
      url: `https://apis.map.qq.com/uri/v1/routeplan?type=${byBike ? "bike" : "walk"}&to=${label}&tocoord=${latitude},${longitude}&referer=yizhan`,
    },
    {
      key: "apple",
      name: "苹果地图",
      shortName: "苹果地图",
      url: `https://maps.apple.com/?daddr=${latitude},${longitude}&q=${label}&dirflg=${byBike ? "b" : "w"}`,
    },
  ];
  return apps.filter(({ key }) => isApple || key !== "apple");
}
