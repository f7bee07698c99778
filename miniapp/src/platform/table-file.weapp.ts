import Taro from "@tarojs/taro";
import type { TableFile } from "./table-file-props";

/** A file out of a chat, where people send each other tables; null: the person turned away. */
export async function pickTable(): Promise<TableFile | null> {
  const chosen = await Taro.chooseMessageFile({ count: 1, type: "file", extension: ["csv", "xlsx"] }).catch(() => null);
  const file = chosen?.tempFiles[0];
  if (file === undefined) return null;
  const content = Taro.getFileSystemManager().readFileSync(file.path);
  return typeof content === "string" ? null : { name: file.name, content };
}

/** Opens in WeChat's own reader, which hands it on to a chat. */
export async function saveTable({ name, content }: TableFile): Promise<void> {
  const filePath = `${Taro.env.USER_DATA_PATH}/${name}`;
  Taro.getFileSystemManager().writeFileSync(filePath, content, "binary");
  await Taro.openDocument({ filePath, fileType: "xlsx", showMenu: true });
}
