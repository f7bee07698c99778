import { useNavigate } from "@tanstack/react-router";
import { AutoComplete, Input, type InputRef } from "antd";
import { useEffect, useRef, useState } from "react";
import { isFound } from "../stations/shown-rows";
import { useDeskRows } from "../stations/use-desk-rows";

const MOST_FOUND = 12;

/** Finds a station by name, code, address or keeper. `/` or Ctrl+K leads here from anywhere. */
export function FindBox() {
  const field = useRef<InputRef>(null);
  const [words, setWords] = useState("");
  const { rows } = useDeskRows();
  const navigate = useNavigate();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof HTMLInputElement && !event.target.classList.contains("cell-input");
      const isSlash = event.key === "/" && !isTyping && !(event.target instanceof HTMLTextAreaElement);
      if (!isSlash && !((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k")) return;
      event.preventDefault();
      field.current?.focus();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
  const found = words.trim() === "" ? [] : rows.filter((row) => isFound(row, words)).slice(0, MOST_FOUND);
  // Enter on a line of the list is told twice: as a choice, and as a key.
  const isChosen = useRef(false);
  const open = (id: string) => {
    setWords("");
    field.current?.blur();
    void navigate({ to: "/stations", search: { q: rows.find((row) => row.id === id)?.name, open: id } });
  };
  return (
    <AutoComplete
      defaultActiveFirstOption={false}
      className="find-box"
      value={words}
      onChange={(text: string) => {
        isChosen.current = false;
        setWords(text);
      }}
      options={found.map(({ id, name, district, code }) => ({
        value: id,
        label: `${name} · ${district.text}${code === null ? "" : ` · ${code}`}`,
      }))}
      onSelect={(id: string) => {
        isChosen.current = true;
        open(id);
      }}
    >
      <Input
        ref={field}
        aria-label="找驿站"
        placeholder="找驿站：名称、编号、地址、站长( / )"
        onPressEnter={() => {
          if (isChosen.current) return;
          const [first] = found;
          if (first !== undefined) open(first.id);
          else if (words.trim() !== "") void navigate({ to: "/stations", search: { q: words.trim() } });
        }}
      />
    </AutoComplete>
  );
}
