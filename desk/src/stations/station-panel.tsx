import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { callApi } from "../http/api";
import { Failed } from "../parts/failed";
import { StationForm } from "./station-form";

interface StationPanelProps {
  /** `new`: one that is being added. */
  id: string;
  nextId: string | null;
  onOpen: (id: string | null) => void;
}

/** One station beside the table. */
export function StationPanel({ id, nextId, onOpen }: StationPanelProps) {
  const isNew = id === "new";
  const station = useQuery({
    queryKey: ["station", id],
    enabled: !isNew,
    staleTime: 0,
    queryFn: () => callApi("GET /stations/:id", { id }),
  });
  return (
    <aside className="panel" aria-label={isNew ? "新加一个驿站" : "这个驿站"}>
      <Button className="panel-close" aria-label="关上" onClick={() => onOpen(null)}>
        ×
      </Button>
      {isNew ? (
        <StationForm station={null} nextId={null} onOpen={onOpen} />
      ) : station.isError ? (
        <Failed error={station.error} reset={() => void station.refetch()} />
      ) : station.data === undefined ? (
        <p className="quiet">正在取…</p>
      ) : (
        <StationForm key={station.data.id} station={station.data} nextId={nextId} onOpen={onOpen} />
      )}
    </aside>
  );
}
