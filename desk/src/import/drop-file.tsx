import { type DragEvent, useState } from "react";

interface DropFileProps {
  label: string;
  file: File | null;
  onFile: (file: File) => void;
}

/** Where a file is dropped, or chosen. */
export function DropFile({ label, file, onFile }: DropFileProps) {
  const [isOver, setOver] = useState(false);
  const take = (chosen: File | undefined) => chosen !== undefined && onFile(chosen);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the field in it is the first
    <div
      className={isOver ? "drop is-over" : "drop"}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <label>
        {file === null ? `把${label}拖到这里，或者点这里选：` : `${file.name} · 换一份：`}
        <input
          type="file"
          accept=".xlsx,.csv"
          onChange={({ target }) => {
            take(target.files?.[0]);
            // The same file may come again, once it was put right.
            target.value = "";
          }}
        />
      </label>
    </div>
  );
}
