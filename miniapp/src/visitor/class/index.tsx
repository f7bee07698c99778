import { useRouter } from "@tarojs/taro";
import { useCallback, useState } from "react";
import { BookingBar } from "../../features/classes/class/booking-bar";
import { ClassView } from "../../features/classes/class/class-view";
import { sessionDateWords } from "../../features/classes/class-words";
import { useBooking } from "../../features/classes/use-booking";
import { withBooking } from "../../features/classes/with-booking";
import { useSignIn } from "../../features/people/sign-in";
import { callApi } from "../../http/call-api";
import { useLoadable } from "../../http/use-loadable";
import { useServerNow } from "../../http/use-server-now";
import { openTimetable } from "../../navigation/class-pages";
import { useReturn } from "../../navigation/use-return";
import { useSharing } from "../../navigation/use-sharing";
import { Failure, Message } from "../../ui/message";
import { PageFrame } from "../../ui/page-frame";
import { Pressable } from "../../ui/pressable";
import { ListSkeleton } from "../../ui/skeleton";
import "./index.scss";

/** One class: what it is, every rule of booking it, and the one thing to do about it. */
export default function ClassPage() {
  const { id = "" } = useRouter().params;
  const userId = useSignIn()?.user.id ?? null;
  // Asked anew when somebody signs in: their own place belongs to the answer.
  const load = useCallback(() => loadClass(id, userId), [id, userId]);
  const [session, reload, change] = useLoadable(load);
  const [hasBooked, setBooked] = useState(false);
  const [hasSignedIn, setSignedIn] = useState(false);
  // Here and not beside the button, which is drawn anew while somebody signs in.
  const tasks = useBooking(async (booking) => {
    await change((booked) => withBooking(booked, booking));
    setBooked(true);
  });
  const now = useServerNow();
  useReturn(() => void reload());
  useSharing({
    title:
      session.status === "ready"
        ? `免费课：${session.value.title}，${sessionDateWords(session.value.startsAt)}`
        : "工会的免费课",
    page: "/visitor/class/index",
    id,
  });
  return (
    <PageFrame className="class">
      {id === "" ? (
        <Message title="不知道是哪节课" advice="这个链接里没有课，看看课表吧">
          <Pressable className="button button-main" onPress={openTimetable}>
            看课表
          </Pressable>
        </Message>
      ) : session.status === "loading" ? (
        <ListSkeleton rows={3} />
      ) : session.status === "failed" && session.failure.code === "not_found" ? (
        <Message title="没有这节课了" advice="可能已经撤下，看看别的课">
          <Pressable className="button button-main" onPress={openTimetable}>
            看课表
          </Pressable>
        </Message>
      ) : session.status === "failed" ? (
        <Failure failure={session.failure} onRetry={() => void reload()} />
      ) : (
        <ClassView
          session={session.value}
          now={Math.max(now, Date.parse(session.value.asOf))}
          tasks={tasks}
          onSignedIn={() => {
            setSignedIn(true);
            tasks.book(id);
          }}
          onChanged={reload}
        />
      )}
      <BookingBar
        mine={session.status === "ready" ? session.value.mine : undefined}
        task={tasks.booking}
        hasBooked={hasBooked}
        hasSignedIn={hasSignedIn}
        onClose={() => {
          setBooked(false);
          setSignedIn(false);
        }}
      />
    </PageFrame>
  );
}

/** The token that goes with the request names the person; they are named here so that another's answer is not kept. */
function loadClass(id: string, _userId: string | null) {
  return callApi("GET /classes/:id", { id });
}
