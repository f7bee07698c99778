import { Text, View } from "@tarojs/components";
import type { StationDetail } from "../../../../../shared/stations/station-answer";
import { SERVER } from "../../../build-settings";
import { Pressable } from "../../../ui/pressable";
import { photoLabel, SUBJECT_WORDS, SUBJECTS } from "../../photos/photo-words";
import { StationPicture } from "../../photos/station-picture";
import { useEnlarger } from "../../photos/use-enlarger";
import { ownName } from "../station-words";

type Shown = StationDetail["photos"][number] & { url: string };

/** What the door, the room and the sign look like, each to be looked at large; nothing where nobody took a photo. */
export function StationPhotos({ station }: { station: Pick<StationDetail, "name" | "isDemo" | "photos"> }) {
  const { enlarge, view } = useEnlarger();
  const photos = station.photos
    .filter((photo): photo is Shown => photo.check === "passed" && photo.url !== null)
    .sort((a, b) => SUBJECTS.indexOf(a.of) - SUBJECTS.indexOf(b.of));
  if (photos.length === 0) return null;
  const pictures = photos.map(({ url, of }) => ({ src: SERVER + url, label: photoLabel(ownName(station), of) }));
  return (
    <>
      <View className="photos">
        {photos.map(({ id, of, url, smallUrl }, at) => (
          <Pressable
            key={id}
            className="photo"
            label={`放大看${photoLabel(ownName(station), of)}`}
            onPress={() => enlarge({ pictures, first: at })}
          >
            <StationPicture src={SERVER + (smallUrl ?? url)} label={photoLabel(ownName(station), of)} />
            <Text className="photo-subject">{SUBJECT_WORDS[of].name}</Text>
          </Pressable>
        ))}
      </View>
      {view}
    </>
  );
}
