import { View } from "@tarojs/components";
import Taro from "@tarojs/taro";
import { useState } from "react";
import type { PhotoSubject } from "../../../../../shared/stations/photos";
import type { PhotoAnswer, StationDetail } from "../../../../../shared/stations/station-answer";
import { SERVER } from "../../../build-settings";
import { callApi } from "../../../http/call-api";
import { useTask } from "../../../http/use-task";
import { accessible } from "../../../ui/accessible";
import { Heading } from "../../../ui/heading";
import { Pressable } from "../../../ui/pressable";
import { TaskFailure } from "../../../ui/task-failure";
import { askKeeper } from "../../messages/ask-to-subscribe";
import { checkWords, photoFailureWords, photoLabel, SUBJECT_WORDS, SUBJECTS } from "../../photos/photo-words";
import { StationPicture } from "../../photos/station-picture";
import { type PhotoOnItsWay, usePhotoUpload } from "./use-photo-upload";
import "./photos-card.scss";

interface PhotosCardProps {
  station: StationDetail;
  /** Loads the station again. */
  onChanged: () => Promise<void>;
}

/** The photos of a station under its keeper's hands: taken, waiting, refused, removed. */
export function PhotosCard({ station, onChanged }: PhotosCardProps) {
  const { id, name, photos } = station;
  const upload = usePhotoUpload(id, onChanged);
  const { onItsWay } = upload;
  const [removed, setRemoved] = useState<PhotoSubject | null>(null);
  const [removing, remove] = useTask(async ({ id: photoId, of }: PhotoAnswer) => {
    if (!(await isSure(of))) return;
    await callApi("DELETE /stations/:id/photos/:photoId", { id, photoId });
    await onChanged();
    setRemoved(of);
  });
  const isBusy = removing.status === "running" || (onItsWay !== null && onItsWay.failure === null);
  const pick = (of: PhotoSubject) => {
    setRemoved(null);
    upload.pick(of);
  };
  return (
    <>
      <Heading level={2} className="section-title">
        照片
      </Heading>
      <View className="card">
        {SUBJECTS.map((of) => (
          <View key={of} className="photo-subject-part">
            <Heading level={3} className="photo-subject-name">
              {SUBJECT_WORDS[of].name}
            </Heading>
            <View className="secondary">{SUBJECT_WORDS[of].advice}</View>
            <View className="kept-photos">
              {onItsWay?.of === of ? (
                <OnItsWay photo={onItsWay} onRetry={upload.retry} onGiveUp={upload.giveUp} />
              ) : null}
              {photos
                .filter((photo) => photo.of === of)
                .map((photo) => (
                  <KeptPhoto
                    key={photo.id}
                    photo={photo}
                    label={photoLabel(name, of)}
                    isBusy={isBusy}
                    onRemove={() => askKeeper(() => remove(photo))}
                  />
                ))}
            </View>
            <View {...accessible({ role: "status", live: true })}>{removed === of ? "删掉了" : null}</View>
            <TakeButton of={of} isFirst={photos.every((photo) => photo.of !== of)} isBusy={isBusy} onPress={pick} />
          </View>
        ))}
        <TaskFailure task={removing} />
      </View>
    </>
  );
}

interface TakeButtonProps {
  of: PhotoSubject;
  isFirst: boolean;
  isBusy: boolean;
  onPress: (of: PhotoSubject) => void;
}

function TakeButton({ of, isFirst, isBusy, onPress }: TakeButtonProps) {
  const words = isFirst ? "拍一张" : "再拍一张";
  return (
    <Pressable
      className="button button-plain"
      label={`${words}${SUBJECT_WORDS[of].name}的照片`}
      disabled={isBusy}
      onPress={() => onPress(of)}
    >
      {words}
    </Pressable>
  );
}

interface KeptPhotoProps {
  photo: PhotoAnswer;
  label: string;
  isBusy: boolean;
  onRemove: () => void;
}

function KeptPhoto({ photo, label, isBusy, onRemove }: KeptPhotoProps) {
  const { of, smallUrl } = photo;
  return (
    <View className="kept-photo">
      {photo.check === "refused" ? null : (
        <StationPicture src={smallUrl === null ? null : SERVER + smallUrl} label={label} />
      )}
      <View className={`kept-photo-check kept-photo-${photo.check}`}>{checkWords(photo)}</View>
      <Pressable
        className="button button-quiet"
        label={`删掉这张${SUBJECT_WORDS[of].name}的照片`}
        disabled={isBusy}
        onPress={onRemove}
      >
        删掉
      </Pressable>
    </View>
  );
}

interface OnItsWayProps {
  photo: PhotoOnItsWay;
  onRetry: () => void;
  onGiveUp: () => void;
}

function OnItsWay({ photo, onRetry, onGiveUp }: OnItsWayProps) {
  const { of, filePath, failure } = photo;
  return (
    <View className="kept-photo">
      <StationPicture src={filePath} label={`刚拍的${SUBJECT_WORDS[of].name}`} />
      <View {...accessible({ role: failure === null ? "status" : "alert", live: true })}>
        <View className={`kept-photo-check ${failure === null ? "" : "kept-photo-refused"}`}>
          {failure === null ? "正在发，别关掉…" : `没发成。${photoFailureWords(failure)}`}
        </View>
      </View>
      {failure === null ? null : (
        <>
          <Pressable className="button button-plain" onPress={onRetry}>
            再发一次
          </Pressable>
          <Pressable className="button button-quiet" onPress={onGiveUp}>
            不发了
          </Pressable>
        </>
      )}
    </View>
  );
}

async function isSure(of: PhotoSubject): Promise<boolean> {
  const { confirm } = await Taro.showModal({
    title: `删掉这张${SUBJECT_WORDS[of].name}的照片？`,
    content: "删了就找不回来，可以再拍一张。",
    confirmText: "删掉",
    cancelText: "不删",
  });
  return confirm;
}
