import { Button } from "antd";
import { WISH_CATEGORIES } from "../../../shared/wishes/wish-category";
import { Pick } from "../parts/pick";
import { useDeskRows } from "../stations/use-desk-rows";
import type { WishesSearch } from "./wishes-search";

interface BoardToolsProps {
  search: WishesSearch;
  /** How many are chosen, and wait to be looked at. */
  chosen: number;
  waiting: number;
  told: string;
  onSearch: (change: Partial<WishesSearch>) => void;
  onChooseAll: () => void;
  onApprove: () => void;
  onReject: () => void;
}

/** What the board is filtered by, and what can be done with what is chosen. */
export function BoardTools(props: BoardToolsProps) {
  const { search, chosen, waiting, told, onSearch, onChooseAll, onApprove, onReject } = props;
  const { rows } = useDeskRows();
  const districts = new Map(
    rows.flatMap(({ district }) => (district.code === null ? [] : [[district.code, district.text]])),
  );
  const isFigures = search.show === "figures";
  return (
    <>
      <section className="filters" aria-label="筛选">
        <Pick
          label="区"
          value={search.district ?? ""}
          options={[["", "都看"], ...[...districts].map(([code = "", text = ""]) => [code, text] as const)]}
          onPick={(district) => onSearch({ district: district || undefined })}
        />
        <Pick
          label="种类"
          value={search.category ?? ""}
          options={[["", "都看"], ...WISH_CATEGORIES.map(({ key, label }) => [key, label] as const)]}
          onPick={(picked) => onSearch({ category: WISH_CATEGORIES.find(({ key }) => key === picked)?.key })}
        />
        <button
          type="button"
          className={isFigures ? "chip is-on" : "chip"}
          aria-pressed={isFigures}
          onClick={() => onSearch({ show: isFigures ? undefined : "figures" })}
        >
          看数字
        </button>
      </section>
      <section className="act-line" aria-label="能做的事">
        <Button type="link" size="small" disabled={waiting === 0} onClick={onChooseAll}>
          全选待审核 {waiting}
        </Button>
        <Button type="link" size="small" disabled={chosen === 0} onClick={onApprove}>
          同意 {chosen} 个
        </Button>
        <Button type="link" size="small" disabled={chosen === 0} onClick={onReject}>
          不同意…
        </Button>
        <span className="keys quiet">
          <kbd>J</kbd> <kbd>K</kbd> 上下 <kbd>H</kbd> <kbd>L</kbd> 左右 <kbd>X</kbd> 选 <kbd>A</kbd> 同意 <kbd>R</kbd>{" "}
          不同意 <kbd>C</kbd> 认领 <kbd>F</kbd> 办好一步 <kbd>O</kbd> 打开
        </span>
        <span className="just-done" role="status">
          {told}
        </span>
      </section>
    </>
  );
}
