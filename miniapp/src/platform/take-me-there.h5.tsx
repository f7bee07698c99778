import { useRef } from "react";
import { mapApps, type TakeMeThereProps } from "../navigation/destination";
import { Pressable } from "../ui/pressable";
import { changeSettings, useSettings } from "./settings/settings";

/**
 * 带我去: a browser cannot know which map apps the phone has, so the person chooses once; from then on it is one tap, and
 * 换 chooses anew.
 */
export function TakeMeThere({ to, travel }: TakeMeThereProps) {
  const sheet = useRef<HTMLDialogElement>(null);
  const { mapApp } = useSettings();
  const close = () => sheet.current?.close();
  const choose = () => sheet.current?.showModal();
  const apps = mapApps(to, travel, /iPhone|iPad|Macintosh/.test(navigator.userAgent));
  const kept = apps.find(({ key }) => key === mapApp);
  const label = `带我去${to.name}`;
  return (
    <>
      {kept ? (
        <>
          <a
            className="button button-main take-me-there"
            aria-label={label}
            href={kept.url}
            target="_blank"
            rel="noreferrer"
          >
            带我去
          </a>
          <Pressable className="link map-app" onPress={choose}>
            用{kept.shortName}去 · 换
          </Pressable>
        </>
      ) : (
        <Pressable className="button button-main take-me-there" label={label} onPress={choose}>
          带我去
        </Pressable>
      )}
      <dialog ref={sheet} className="sheet" aria-label="用哪个地图去">
        <div className="sheet-content">
          <p className="sheet-title">用哪个地图去？</p>
          {apps.map(({ key, name, url }) => (
            <a
              key={key}
              className="button button-plain"
              href={url}
              target="_blank"
              rel="noreferrer"
              onClick={() => {
                changeSettings({ mapApp: key });
                close();
              }}
            >
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
