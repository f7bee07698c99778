import { Map as WechatMap } from "@tarojs/components";
import { useSettings } from "../../../platform/settings/settings";
import { accessible } from "../../../ui/accessible";
import type { StationMapProps } from "./station-map-props";
import "./station-map.scss";

/** Pictures rather than text: WeChat draws markers from local files only. The name carries the state again. */
const MARKER_SIZE = { width: 36, height: 44 };
const LARGE_MARKER_SIZE = { width: 60, height: 73 };

/** WeChat's own map, in GCJ-02. The list beside it says the same for those who cannot see it. */
export function StationMap({ stations, here, selectedId, onSelect }: StationMapProps) {
  const { largeText } = useSettings();
  const markers = stations.map(({ name, location, words, id }, index) => ({
    id: index,
    ...location,
    ...(largeText ? LARGE_MARKER_SIZE : MARKER_SIZE),
    iconPath: `/icons/marker-${words.tone}.png`,
    callout: {
      content: `${words.mark} ${name}`,
      display: id === selectedId ? ("ALWAYS" as const) : ("BYCLICK" as const),
      padding: 8,
      borderRadius: 8,
      bgColor: "#FFFFFF",
      color: "#1B1B18",
      fontSize: largeText ? 24 : 15,
      anchorX: 0,
      anchorY: 0,
      borderWidth: 1,
      borderColor: "#E4E0D6",
      textAlign: "center" as const,
    },
  }));
  return (
    <WechatMap
      className="station-map"
      {...accessible({ label: "驿站地图，内容和列表一样" })}
      {...here}
      scale={15}
      showLocation
      showScale
      showCompass
      markers={markers}
      includePoints={[here, ...stations.slice(0, 5).map(({ location }) => location)]}
      onMarkerTap={(event) => {
        const station = stations[Number(event.detail.markerId)];
        if (station) onSelect(station.id);
      }}
      onError={() => undefined}
    />
  );
}
