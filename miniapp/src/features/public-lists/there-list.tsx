import { View } from "@tarojs/components";
import type { PublicLists } from "../../../../shared/public-lists/public-lists";
import { Heading } from "../../ui/heading";
import { CountedStations } from "./counted-stations";
import { NumberRow } from "./number-row";

interface ThereListProps {
  there: PublicLists["there"];
  district: string | undefined;
}

/** 资源清单: stations, when they are open, and what is in them. */
export function ThereList({ there: { stations, hours, kit }, district }: ThereListProps) {
  return (
    <>
      <Heading level={3} className="list-title">
        驿站和开放时间
      </Heading>
      <View className="card number-list">
        <NumberRow label="驿站一共" number={`${stations} 个`}>
          <CountedStations district={district} />
        </NumberRow>
        {hours.map(({ fact, label, stations: count }) => (
          <NumberRow key={fact} label={label} number={`${count} 个`}>
            <CountedStations district={district} fact={fact} />
          </NumberRow>
        ))}
      </View>
      <Heading level={3} className="list-title">
        里面有什么
      </Heading>
      <View className="card number-list">
        {kit.map((row) => (
          <NumberRow key={row.fact} label={row.label} number={kitNumber(row)}>
            {row.stations === 0 ? null : <CountedStations district={district} fact={row.fact} />}
            {row.broken === 0 ? null : (
              <>
                <View className="number-broken">坏了，等修：</View>
                <CountedStations district={district} fact={row.fact.replace("kit:", "broken:")} />
              </>
            )}
          </NumberRow>
        ))}
        {kit.length === 0 ? <View>还没有人说有什么。</View> : null}
      </View>
    </>
  );
}

function kitNumber({ stations, broken }: { stations: number; broken: number }): string {
  return broken === 0 ? `${stations} 个站` : `${stations} 个站，坏 ${broken}`;
}
