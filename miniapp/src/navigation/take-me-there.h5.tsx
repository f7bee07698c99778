import { useRef } from "react";
import { Pressable } from "../components/pressable";
import { mapApps, type TakeMeThereProps } from "./destination";

/** 带我去: a browser cannot know which map apps the phone has, so the person chooses. */
export function TakeMeThere({ to, travel }: TakeMeThereProps) {
  const sheet = useRef<HTMLDialogElement>(null);
  const close = () => sheet.current?.close();
  return (
    <>
      <Pressable
        className="button button-main take-me-there"
        label={`带我去${to.name}`}
        onPress={() => sheet.current?.showModal()}
      >
        带我去
      </Pressable>
      <dialog ref={sheet} className="sheet" aria-label="用哪个地图去">
        <div className="sheet-content">
          <p className="sheet-title">用哪个地图去?</p>
          {mapApps(to, travel).map(({ name, url }) => (
            <a key={name} className="button button-plain" href={url} target="_blank" rel="noreferrer" onClick={close}>
              {name}
            </a>
          ))}
          <button type="button" className="pressable button button-quiet" onClick={close}>
            先不去
          </button>
        </div>
      </dialog>
    </>
  );
}
