import { View } from "@tarojs/components";
import type { PhotoAnswer, WaitingPhotos } from "../../../../shared/stations/station-answer";
import { SERVER } from "../../build-settings";
import { callApi } from "../../http/call-api";
import { useTask } from "../../http/use-task";
import { openStation } from "../../navigation/pages";
import { Heading } from "../../ui/heading";
import { Pressable } from "../../ui/pressable";
import { TaskFailure } from "../../ui/task-failure";
import { StationName } from "../stations/station-name";
import { ownName } from "../stations/station-words";
import { photoLabel, SUBJECT_WORDS } from "./photo-words";
import { StationPicture } from "./station-picture";
import { useEnlarger } from "./use-enlarger";

type Station = WaitingPhotos["stations"][number];

interface WaitingStationProps {
  station: Station;
  /** Loads the list again. */
  onDone: () => Promise<void>;
}

/** One station and its photos that wait. */
export function WaitingStation({ station, onDone }: WaitingStationProps) {
  return (
    <View className="card waiting-station">
      <Heading level={2} className="waiting-station-name">
        <StationName station={station} />
      </Heading>
      <View className="secondary">{station.district.text}</View>
      {station.photos.map((photo) => (
        <WaitingPhoto key={photo.id} station={station} photo={photo} onDone={onDone} />
      ))}
      <Pressable
        className="button button-quiet"
        label={`看驿站：${ownName(station)}`}
        onPress={() => openStation(station.id)}
      >
        看驿站
      </Pressable>
    </View>
  );
}

function WaitingPhoto({ station, photo, onDone }: WaitingStationProps & { photo: PhotoAnswer }) {
  const { id } = station;
  const { id: photoId, of, url } = photo;
  const { enlarge, view } = useEnlarger();
  const [approving, approve] = useTask(async () => {
    await callApi("POST /stations/:id/photos/:photoId/approve", { id, photoId });
    await onDone();
  });
  const [removing, remove] = useTask(async () => {
    await callApi("DELETE /stations/:id/photos/:photoId", { id, photoId });
    await onDone();
  });
  const isBusy = approving.status === "running" || removing.status === "running";
  const label = photoLabel(ownName(station), of);
  const src = url === null ? null : SERVER + url;
  return (
    <View className="waiting-photo">
      <Pressable
        className="waiting-photo-picture"
        label={`放大看${label}`}
        onPress={() => {
          if (src !== null) enlarge({ pictures: [{ src, label }], first: 0 });
        }}
      >
        <StationPicture src={src} label={label} />
      </Pressable>
      {view}
      <View className="waiting-photo-subject">{SUBJECT_WORDS[of].name}</View>
      <View className="waiting-photo-actions">
        <Pressable className="button button-main" label={`给大家看：${label}`} disabled={isBusy} onPress={approve}>
          给大家看
        </Pressable>
        <Pressable className="button button-plain" label={`拿掉：${label}`} disabled={isBusy} onPress={remove}>
          拿掉
        </Pressable>
      </View>
      <TaskFailure task={approving} />
      <TaskFailure task={removing} />
    </View>
  );
}
