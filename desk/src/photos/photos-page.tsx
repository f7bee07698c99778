import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useMemo, useState } from "react";
import { callApi } from "../http/api";
import { Failed } from "../parts/failed";
import { useKeys } from "../parts/use-keys";
import { RejectDialog } from "./reject-dialog";
import { useVerdicts, WAITING_KEY } from "./use-verdicts";
import { photosOf, type WaitingPhoto } from "./waiting-photo";
import { WallPhoto } from "./wall-photo";

const LOOK_AGAIN_MS = 60_000;

/** The photos that wait for somebody to look at them, many at once, judged by one key each. */
export function PhotosPage() {
  const waiting = useQuery({
    queryKey: WAITING_KEY,
    refetchInterval: LOOK_AGAIN_MS,
    queryFn: () => callApi("GET /photos/waiting", {}),
  });
  const { judged, told, canUndo, judge, undo } = useVerdicts();
  const all = useMemo(() => photosOf(waiting.data ?? { stations: [] }), [waiting.data]);
  const shown = useMemo(() => all.filter(({ photo }) => !judged.has(photo.id)), [all, judged]);
  const [activeId, setActiveId] = useState<string | null>(null);
  const [refusing, setRefusing] = useState<WaitingPhoto | null>(null);
  const index = Math.max(
    0,
    shown.findIndex(({ photo }) => photo.id === activeId),
  );
  const active = shown[index];
  const next = (by: number) =>
    setActiveId(shown[Math.min(Math.max(index + by, 0), shown.length - 1)]?.photo.id ?? null);
  const decide = (of: WaitingPhoto, reason: string | null) => {
    const at = shown.indexOf(of);
    setActiveId((shown[at + 1] ?? shown[at - 1])?.photo.id ?? null);
    setRefusing(null);
    judge(of, reason);
  };
  useKeys(refusing === null, {
    j: () => next(1),
    k: () => next(-1),
    ArrowRight: () => next(1),
    ArrowLeft: () => next(-1),
    a: () => active && decide(active, null),
    r: () => active && setRefusing(active),
    z: () => setActiveId(undo() ?? activeId),
  });
  return (
    <div className="wide-page">
      <h1>照片</h1>
      <section className="act-line" aria-label="能做的事">
        <span className="keys">
          <kbd>J</kbd> 下一张 <kbd>K</kbd> 上一张 <kbd>A</kbd> 通过 <kbd>R</kbd> 不通过 <kbd>Z</kbd> 撤回
        </span>
        <span className="just-done" role="status">
          {told}
        </span>
        {canUndo ? (
          <Button type="link" size="small" onClick={() => setActiveId(undo() ?? activeId)}>
            撤回
          </Button>
        ) : null}
      </section>
      {waiting.isPending ? <p className="quiet">正在取照片…</p> : null}
      {waiting.isError ? <Failed error={waiting.error} reset={() => void waiting.refetch()} /> : null}
      {waiting.isSuccess && shown.length === 0 ? <NoneLeft onAgain={() => void waiting.refetch()} /> : null}
      <ul className="wall">
        {shown.map((one) => (
          <WallPhoto
            key={one.photo.id}
            of={one}
            isActive={one === active}
            onPick={() => setActiveId(one.photo.id)}
            onApprove={() => decide(one, null)}
            onReject={() => setRefusing(one)}
          />
        ))}
      </ul>
      {shown.length === 0 ? null : (
        <p className="table-foot">
          {shown.length} 张{waiting.data === undefined ? "" : moreWords(waiting.data)} · 八秒内可以撤回，过后才存
        </p>
      )}
      {refusing === null ? null : (
        <RejectDialog of={refusing} onClose={() => setRefusing(null)} onReject={(reason) => decide(refusing, reason)} />
      )}
    </div>
  );
}

function moreWords({ total, stations }: { total: number; stations: readonly unknown[] }): string {
  return total > stations.length ? `，先看等得最久的 ${stations.length} 个站，一共 ${total} 个站有` : "";
}

function NoneLeft({ onAgain }: { onAgain: () => void }) {
  return (
    <p className="quiet">
      没有等着看的照片了。站长拍了新的，会排在这里。<Button onClick={onAgain}>再看看</Button>
    </p>
  );
}
