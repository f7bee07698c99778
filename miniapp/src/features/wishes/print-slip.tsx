import { PrintButton } from "../../platform/print-button";

/** Prints the slip alone. */
export function PrintSlip() {
  return <PrintButton what="纸条" instead="没有打印机？把上面的码抄在纸上给他。" />;
}
