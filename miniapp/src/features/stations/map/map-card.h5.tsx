import { useLatePart } from "../../../ui/late-part.h5";
import type { MapCardProps } from "./map-with-card";
import "./station-map.scss";

const loadMap = () => import("./map-with-card").then(({ MapWithCard }) => MapWithCard);

/** The map with its card, fetched with Leaflet when a map is first shown. */
export function MapCard(props: MapCardProps) {
  const { Part: Drawn, isMissing } = useLatePart(loadMap);
  if (isMissing) return <div className="station-map station-map-missing">没网，地图打不开；列表里都有。</div>;
  return Drawn === null ? <div className="station-map" /> : <Drawn {...props} />;
}
