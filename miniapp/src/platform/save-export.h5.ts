/** Puts the file among the downloads. */
export async function saveExport(text: string): Promise<void> {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = "我的数据.json";
  link.click();
  URL.revokeObjectURL(link.href);
}
