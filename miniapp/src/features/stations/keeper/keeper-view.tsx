import { View } from "@tarojs/components";
import { useState } from "react";
import { beijingDayNumber, type EpochMs } from "../../../../../shared/common/time";
import { dayWords } from "../../../../../shared/stations/hours-words";
import { hoursOfDay } from "../../../../../shared/stations/opening";
import type { StationDetail } from "../../../../../shared/stations/station-answer";
import { Heading } from "../../../ui/heading";
import { Pressable } from "../../../ui/pressable";
import { StationName } from "../station-name";
import { AmenityGrid } from "./amenity-grid";
import { DoorNotice } from "./door-notice";
import { HolidayCard } from "./holiday-card";
import type { KeeperTap } from "./keeper-tap";
import { LostWrites } from "./lost-writes";
import { OtherDays } from "./other-days";
import { PhotosCard } from "./photos-card";
import { QuestionsCard } from "./questions-card";
import { ServicesCard } from "./services-card";
import { StateCard } from "./state-card";
import { TapAnswerBar } from "./tap-answer-bar";
import { TodaySheet } from "./today-sheet";
import { useKeeper } from "./use-keeper";
import { WaitingTasks } from "./waiting-tasks";

interface KeeperViewProps {
  station: StationDetail;
  isKeeper: boolean;
  now: EpochMs;
  onReload: () => Promise<void>;
}

/** Everything a keeper may need to change, on one screen, where it stands. */
export function KeeperView({ station: loaded, isKeeper, now: clock, onReload }: KeeperViewProps) {
  const { station, now, answer, lost, tap } = useKeeper(loaded, clock);
  return (
    <>
      <View className="keeper-columns">
        <View className="keeper-column">
          <Heading level={1} className="keeper-name">
            <StationName station={station} />
          </Heading>
          <View className="secondary keeper-role">{isKeeper ? "你是站长" : "你帮站长管着"}</View>
          <LostWrites writes={lost} now={now} />
          <StateCard station={station} now={now} onTap={tap} />
          <HolidayCard station={station} now={now} onTap={tap} />
          <QuestionsCard station={station} now={now} onTap={tap} />
          <Today station={station} now={now} onTap={tap} />
          <DoorNotice station={station} now={now} />
          <OtherDays station={station} now={now} onTap={tap} />
          <WaitingTasks stationId={station.id} onAnswered={onReload} />
        </View>
        <View className="keeper-column">
          <AmenityGrid station={station} now={now} onTap={tap} />
          <ServicesCard station={station} now={now} onTap={tap} />
          <PhotosCard station={station} onChanged={onReload} />
        </View>
      </View>
      <TapAnswerBar answer={answer} />
    </>
  );
}

interface TodayProps {
  station: StationDetail;
  now: EpochMs;
  onTap: (tap: KeeperTap) => void;
}

/** The hours that hold today, and the tap that changes them for today alone. */
function Today({ station, now, onTap }: TodayProps) {
  const [isChanging, setChanging] = useState(false);
  const hours = dayWords(hoursOfDay(station.hours, beijingDayNumber(now))).join("，");
  return (
    <>
      <Pressable className="card keeper-today" onPress={() => setChanging(true)}>
        <View>今天 {hours}</View>
        <View className="keeper-today-action">今天时间有变</View>
      </Pressable>
      {isChanging ? (
        <TodaySheet
          station={station}
          now={now}
          onClose={() => setChanging(false)}
          onTap={(tap) => {
            setChanging(false);
            onTap(tap);
          }}
        />
      ) : null}
    </>
  );
}
