import { View } from "@tarojs/components";
import { useRouter } from "@tarojs/taro";
import { districtQuery } from "../../../../shared/stations/district";
import type { District } from "../../../../shared/stations/station-answer";
import { LOCATION } from "../../build-settings";
import { takePosition } from "../../features/stations/origin/origin-store";
import { DistrictPlaces } from "../../features/stations/places/district-places";
import { callApi } from "../../http/call-api";
import { useLoadable } from "../../http/use-loadable";
import { backFromPlaces, openPlacesOf } from "../../navigation/pages";
import { Heading } from "../../ui/heading";
import { Failure, Message } from "../../ui/message";
import { PageFrame } from "../../ui/page-frame";
import { Pressable } from "../../ui/pressable";
import { ListSkeleton } from "../../ui/skeleton";
import "./index.scss";

const loadDistricts = () => callApi("GET /districts", {});

/** A place picked by hand: first the district, then a landmark or a station in it. */
export default function PlacePage() {
  const [districts, reload] = useLoadable(loadDistricts);
  const { district = "" } = useRouter().params;
  // A district has a page of its own, so that Back leads to the list of them.
  const chosen = districts.status === "ready" ? districtOf(districts.value.districts, district) : null;
  return (
    <PageFrame className="place">
      {LOCATION === "none" ? null : (
        <Pressable
          className="button button-plain"
          onPress={() => {
            void takePosition();
            backFromPlaces();
          }}
        >
          用我的位置
        </Pressable>
      )}
      {chosen ? (
        <DistrictPlaces district={chosen} />
      ) : districts.status === "loading" ? (
        <ListSkeleton rows={5} />
      ) : districts.status === "failed" ? (
        <Failure failure={districts.failure} onRetry={reload} />
      ) : (
        <Districts districts={districts.value.districts} />
      )}
    </PageFrame>
  );
}

/** Taro hands on what stands in an address as it is, or decoded. */
function districtOf(districts: readonly District[], named: string): District | null {
  const query = decodeURIComponent(named);
  return districts.find((district) => districtQuery(district) === query) ?? null;
}

function Districts({ districts }: { districts: readonly District[] }) {
  if (districts.length === 0) {
    return <Message title="还没有登记驿站" advice="等工会把驿站名单放进来，这里就有了" />;
  }
  return (
    <>
      {byCity(districts).map(([city, inCity]) => (
        <View key={city}>
          <Heading level={1} className="section-title">
            {city}
          </Heading>
          <View className="card choices">
            {inCity.map((district) => (
              <Pressable
                key={`${district.code ?? ""}${district.text}`}
                className="choice"
                label={`${district.text}，${district.stationCount} 个驿站`}
                onPress={() => openPlacesOf(districtQuery(district))}
              >
                <View className="choice-name">{district.text}</View>
                <View className="secondary choice-count">{district.stationCount} 个驿站</View>
              </Pressable>
            ))}
          </View>
        </View>
      ))}
    </>
  );
}

function byCity(districts: readonly District[]): [string, District[]][] {
  const cities = new Map<string, District[]>();
  for (const district of districts) {
    const city = district.city ?? "其他";
    cities.set(city, [...(cities.get(city) ?? []), district]);
  }
  return [...cities];
}
