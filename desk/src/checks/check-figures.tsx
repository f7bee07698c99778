import { useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import type { CheckBasis, OpenDoorRates } from "../../../shared/checks/check-figures";
import { shareWords } from "../../../shared/checks/share-words";
import type { Share } from "../../../shared/checks/wilson";
import { callApi } from "../http/api";
import { Failed } from "../parts/failed";
import { ChecksBehind } from "./checks-behind";

const BASES: Record<CheckBasis, string> = { posted: "门上时间说开", answered: "我们说开" };

/** The rates by month and district; each number opens the checks it is of. */
export function Figures() {
  const open = useSearch({ from: "/checks" });
  const figures = useQuery({ queryKey: ["check-figures"], queryFn: () => callApi("GET /checks/figures", {}) });
  if (figures.isError) return <Failed error={figures.error} reset={() => void figures.refetch()} />;
  if (figures.data === undefined) return null;
  const { all, groups } = figures.data;
  return (
    <section>
      <h2>说开的门，真开着多少</h2>
      {all.checks === 0 ? (
        <p className="quiet">还没有人查过。</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">月份</th>
              <th scope="col">区县</th>
              {Object.values(BASES).map((words) => (
                <th key={words} scope="col">
                  {words}，真开着
                </th>
              ))}
              <th scope="col">说能用的，真能用</th>
            </tr>
          </thead>
          <tbody>
            <Row month="一年来" district="全部" rates={all} />
            {groups.map(({ month, district, ...rates }) => (
              <Row
                key={`${month} ${district.code}`}
                month={month}
                district={district.text}
                rates={rates}
                opens={{ month, district: district.code ?? "" }}
              />
            ))}
          </tbody>
        </table>
      )}
      {open.month === undefined ? null : <ChecksBehind search={{ ...open, month: open.month }} />}
    </section>
  );
}

interface RowProps {
  month: string;
  district: string;
  rates: OpenDoorRates;
  /** Which checks its numbers open; missing: those of more than one month. */
  opens?: { month: string; district: string };
}

function Row({ month, district, rates, opens }: RowProps) {
  return (
    <tr>
      <td>{month}</td>
      <th scope="row">{district}</th>
      {(Object.keys(BASES) as CheckBasis[]).map((basis) => (
        <td key={basis}>
          <Rate share={rates[basis]} opens={opens === undefined ? undefined : { ...opens, basis }} />
        </td>
      ))}
      <td>
        <Rate share={rates.amenities} opens={opens} />
      </td>
    </tr>
  );
}

interface RateProps {
  share: Share;
  opens: { month: string; district: string; basis?: CheckBasis } | undefined;
}

function Rate({ share, opens }: RateProps) {
  const { rate, detail } = shareWords(share);
  return (
    <>
      {opens === undefined || share.of === 0 ? (
        <strong>{rate}</strong>
      ) : (
        <Link to="/checks" search={opens} title="看是哪些检查">
          <strong>{rate}</strong>
        </Link>
      )}
      {share.low === null || share.high === null || share.share === null ? null : (
        <div className="check-bar" aria-hidden="true">
          <span style={{ left: `${share.low * 100}%`, right: `${100 - share.high * 100}%` }} />
          <b style={{ left: `${share.share * 100}%` }} />
        </div>
      )}
      <div className="quiet">{detail}</div>
    </>
  );
}
