import { Button } from "antd";
import { useEffect, useRef } from "react";
import { SUBJECT_WORDS } from "../../../miniapp/src/features/photos/photo-words";
import { instantWords } from "../stations/row-words";
import { photoWords, type WaitingPhoto } from "./waiting-photo";

interface WallPhotoProps {
  of: WaitingPhoto;
  isActive: boolean;
  onPick: () => void;
  onApprove: () => void;
  onReject: () => void;
}

/** One photo of the wall. The one that keys judge has the focus, and is in sight. */
export function WallPhoto({ of, isActive, onPick, onApprove, onReject }: WallPhotoProps) {
  const { station, photo } = of;
  const face = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isActive) face.current?.focus();
  }, [isActive]);
  return (
    <li className={isActive ? "wall-photo is-active" : "wall-photo"}>
      <button
        ref={face}
        type="button"
        className="wall-face"
        aria-label={photoWords(of)}
        aria-current={isActive}
        onClick={onPick}
      >
        {photo.smallUrl === null ? null : <img alt="" src={photo.smallUrl} loading="lazy" />}
      </button>
      <div className="wall-words">
        <strong>{SUBJECT_WORDS[photo.of].name}</strong> {station.name}
        <div className="quiet">
          {station.district} · {instantWords(photo.addedAt)}
          {photo.url === null ? null : (
            <>
              {" · "}
              <a href={photo.url} target="_blank" rel="noreferrer">
                看大图
              </a>
            </>
          )}
        </div>
      </div>
      <div className="wall-buttons">
        <Button size="small" type="primary" onClick={onApprove}>
          通过
        </Button>
        <Button size="small" onClick={onReject}>
          不通过
        </Button>
      </div>
    </li>
  );
}
