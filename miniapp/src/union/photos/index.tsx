import { View } from "@tarojs/components";
import Taro, { usePullDownRefresh } from "@tarojs/taro";
import { OfficersFailure } from "../../features/people/staff-failure";
import { WaitingStation } from "../../features/photos/waiting-station";
import { callApi } from "../../http/call-api";
import { useLoadable } from "../../http/use-loadable";
import { Heading } from "../../ui/heading";
import { Message } from "../../ui/message";
import { PageFrame } from "../../ui/page-frame";
import { ListSkeleton } from "../../ui/skeleton";
import "./index.scss";

const load = () => callApi("GET /photos/waiting", {});

/** For officers: photos that nobody has checked, to be let through or taken away. */
export default function WaitingPhotosPage() {
  const [list, reload] = useLoadable(load);
  usePullDownRefresh(() => void reload().finally(() => Taro.stopPullDownRefresh()));
  return (
    <PageFrame className="waiting-photos">
      {list.status === "loading" ? (
        <ListSkeleton rows={3} />
      ) : list.status === "failed" ? (
        <OfficersFailure failure={list.failure} onRetry={reload} />
      ) : list.value.stations.length === 0 ? (
        <Message title="没有照片等你看" advice="站长拍了照片，微信没能查的，会来这里等你看一眼" />
      ) : (
        <>
          <Heading level={1} className="section-title">
            {list.value.total} 个驿站的照片等你看
          </Heading>
          <View className="secondary waiting-photos-advice">
            没有人脸、没有电话、不是广告、确实是这个站，就可以给大家看
          </View>
          {list.value.stations.map((station) => (
            <WaitingStation key={station.id} station={station} onDone={reload} />
          ))}
        </>
      )}
    </PageFrame>
  );
}
