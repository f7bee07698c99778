import type { DeskRow } from "../../../shared/desk/desk-answer";
import { callApi } from "../http/api";
import { WorkDialog } from "../long-work/work-dialog";

interface RowsDialogProps {
  rows: readonly DeskRow[];
  onClose: () => void;
}

/** The posters of some stations, drawn one after the other into PDFs to be printed. */
export function PostersDialog({ rows, onClose }: RowsDialogProps) {
  return (
    <WorkDialog
      title={`画 ${rows.length} 个驿站的海报`}
      words="一个驿站一页 A4。画的时候可以关上，一天之内在「今天」里还找得到。"
      beginWords="开始画"
      stopWords="不画了"
      begin={() => callApi("POST /stations/posters", { stationIds: rows.map(({ id }) => id) })}
      onClose={onClose}
    />
  );
}

/** What who draws maps needs of some stations: a list and the photos that everybody sees. */
export function ParcelDialog({ rows, onClose }: RowsDialogProps) {
  return (
    <WorkDialog
      title={`把 ${rows.length} 个驿站打包给地图商`}
      words="一张 Excel 名单，加上审核过的门口、室内、门牌照片，文件名里是编号；没有电话和个人信息。照片多时分成几个压缩包，都解开到同一个文件夹。打包的时候可以关上，一天之内在「今天」里还找得到。"
      beginWords="开始打包"
      stopWords="不打包了"
      begin={() => callApi("POST /open-data/parcels", { stationIds: rows.map(({ id }) => id) })}
      onClose={onClose}
    />
  );
}
