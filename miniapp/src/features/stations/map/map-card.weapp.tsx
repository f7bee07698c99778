export { MapWithCard as MapCard } from "./map-with-card";
