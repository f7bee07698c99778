import type { TableFile } from "./table-file-props";

/** A file from the computer; null: the person turned away. */
export async function pickTable(): Promise<TableFile | null> {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = ".csv,.xlsx";
  const file = await new Promise<File | null>((resolve) => {
    input.addEventListener("change", () => resolve(input.files?.[0] ?? null));
    input.addEventListener("cancel", () => resolve(null));
    input.click();
  });
  return file === null ? null : { name: file.name, content: await file.arrayBuffer() };
}

/** Puts the file among the downloads. */
export async function saveTable({ name, content }: TableFile): Promise<void> {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content]));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
