import { useRef, useState } from "react";
import type { PhotoSubject } from "../../../../../shared/stations/photos";
import { type ApiFailure, failureOf } from "../../../http/api-failure";
import { pickPhoto } from "../../../platform/pick-photo";
import { askKeeper } from "../../messages/ask-to-subscribe";
import { uploadPhoto } from "../../photos/upload-photo";

/** A photo on its way to the server. */
export interface PhotoOnItsWay {
  of: PhotoSubject;
  /** As the phone names the file: it is shown from there. */
  filePath: string;
  /** Null: it is being sent. */
  failure: ApiFailure | null;
}

interface PhotoUpload {
  /** Null: there is none. */
  onItsWay: PhotoOnItsWay | null;
  pick: (of: PhotoSubject) => void;
  retry: () => void;
  /** Forgets a photo that could not be sent. */
  giveUp: () => void;
}

/** Takes a photo and sends it, one at a time; one that could not be sent stays, to be sent again. */
export function usePhotoUpload(stationId: string, onSent: () => Promise<void>): PhotoUpload {
  const [onItsWay, setOnItsWay] = useState<PhotoOnItsWay | null>(null);
  const isSending = useRef(false);
  const send = async (of: PhotoSubject, filePath: string) => {
    if (isSending.current) return;
    isSending.current = true;
    setOnItsWay({ of, filePath, failure: null });
    const failure = await uploadPhoto({ stationId, of, filePath }).then(
      () => null,
      (error: unknown) => failureOf(error),
    );
    // The photo stays in sight until the station shows it.
    if (failure === null) await onSent();
    isSending.current = false;
    setOnItsWay(failure === null ? null : { of, filePath, failure });
  };
  return {
    onItsWay,
    // The camera opens after WeChat's own box: two at once are one too many.
    pick: (of) =>
      askKeeper(
        () =>
          void pickPhoto().then((filePath) => {
            if (filePath !== null) void send(of, filePath);
          }),
      ),
    retry: () => {
      askKeeper();
      if (onItsWay !== null) void send(onItsWay.of, onItsWay.filePath);
    },
    giveUp: () => setOnItsWay(null),
  };
}
