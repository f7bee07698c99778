import type { MapPoint } from "../../../../../shared/common/place";
import type { OpeningWords } from "../opening-words";

export interface MapStation {
  id: string;
  name: string;
  /** GCJ-02. */
  location: MapPoint;
  words: OpeningWords;
}

export interface StationMapProps {
  stations: readonly MapStation[];
  /** Where the list is measured from, GCJ-02. */
  here: MapPoint;
  selectedId: string | null;
  onSelect: (id: string) => void;
}
