import { useCallback, useState } from "react";
import { Failure, Message } from "../../components/message";
import { PageFrame } from "../../components/page-frame";
import { Pressable } from "../../components/pressable";
import { ListSkeleton } from "../../components/skeleton";
import { callApi } from "../../http/call-api";
import { useLoadable } from "../../http/use-loadable";
import { openMe } from "../../navigation/pages";
import { type UniformityFilter, UniformityFilters } from "./uniformity-filters";
import { UniformityResults } from "./uniformity-results";
import "./index.scss";

const NOT_AN_OFFICER = new Set(["not_signed_in", "sign_in_expired", "not_allowed"]);

/** For officers: the stations of their reach by what they miss, with nothing to fill in. */
export default function UniformityPage() {
  const [filter, setFilter] = useState<UniformityFilter>({});
  const load = useCallback(() => callApi("GET /uniformity", { ...filter }), [filter]);
  const [list, reload] = useLoadable(load);
  return (
    <PageFrame className="uniformity">
      {list.status === "loading" ? (
        <ListSkeleton rows={5} />
      ) : list.status === "failed" && NOT_AN_OFFICER.has(list.failure.code) ? (
        <Message title="这里给工会干部看" advice="请用工会干部的身份登录,再回到这里">
          <Pressable className="button button-main" onPress={openMe}>
            去登录
          </Pressable>
        </Message>
      ) : list.status === "failed" ? (
        <Failure failure={list.failure} onRetry={reload} />
      ) : (
        <>
          <UniformityFilters list={list.value} filter={filter} onChange={setFilter} />
          <UniformityResults key={JSON.stringify(filter)} first={list.value} filter={filter} />
        </>
      )}
    </PageFrame>
  );
}
