import { Input, Select } from "antd";
import { useState } from "react";
import { distanceMetres } from "../../../shared/common/distance";
import { type Datum, toGcj02 } from "../../../shared/common/place";
import type { Draft } from "./draft";
import { DATUM_WORDS, readPoint } from "./read-pasted-point";

interface PointFieldProps {
  draft: Draft;
  before: Draft;
  problem: string | undefined;
  onChange: (change: Partial<Draft>) => void;
}

/**
 * Coordinates as they are copied from a map, with the map they are from, and how far that is from where the station
 * was.
 */
export function PointField({ draft, before, problem, onChange }: PointFieldProps) {
  const [datum, setDatum] = useState<Datum>("gcj02");
  const take = (text: string, from: Datum) => {
    const point = readPoint(text);
    onChange(
      point === null
        ? { coordinates: text }
        : { coordinates: text, surveyed: { ...point, datum: from }, point: toGcj02(point, from) },
    );
  };
  const { point, coordinates } = draft;
  const isUnread = coordinates.trim() !== "" && readPoint(coordinates) === null;
  return (
    <div className="field">
      <p className="quiet">
        {point === null
          ? "还没有位置：在地图上点一下，或者粘贴坐标"
          : `拖动图钉改位置 · GCJ-02 ${point.latitude.toFixed(5)}，${point.longitude.toFixed(5)}`}
      </p>
      {point === null || before.point === null || draft.surveyed === null ? null : (
        <p role="status">离原来的位置 {metresWords(distanceMetres(before.point, point))}</p>
      )}
      <span className="add-filter">
        <Input
          aria-label="粘贴坐标"
          placeholder="粘贴坐标，如 34.7603,113.6612"
          value={coordinates}
          status={isUnread ? "error" : ""}
          onChange={({ target }) => take(target.value, datum)}
        />
        <Select
          aria-label="坐标从哪个地图来"
          value={datum}
          style={{ width: 190 }}
          onChange={(next: Datum) => {
            setDatum(next);
            take(coordinates, next);
          }}
          options={Object.entries(DATUM_WORDS).map(([value, label]) => ({ value: value as Datum, label }))}
        />
      </span>
      {isUnread ? <p className="wrong">读不出两个坐标，要像 34.7603,113.6612 这样</p> : null}
      {problem === undefined ? null : <p className="wrong">{problem}</p>}
    </div>
  );
}

function metresWords(metres: number): string {
  return metres < 1_000 ? `${Math.round(metres)} 米` : `${(metres / 1_000).toFixed(1)} 公里`;
}
