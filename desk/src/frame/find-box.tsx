import { useNavigate, useRouter } from "@tanstack/react-router";
import { AutoComplete, Input, type InputRef } from "antd";
import { useEffect, useRef, useState } from "react";
import { useFound } from "./use-found";

/** Finds a station, a person, a wish or a report. `/` or Ctrl+K leads here from anywhere. */
export function FindBox() {
  const field = useRef<InputRef>(null);
  const [words, setWords] = useState("");
  const navigate = useNavigate();
  const { history } = useRouter();
  const groups = useFound(words);
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
  // Enter on a line of the list is told twice: as a choice, and as a key.
  const isChosen = useRef(false);
  const open = (to: string) => {
    setWords("");
    field.current?.blur();
    history.push(`/desk${to}`);
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
      options={groups.map(({ label, found }) => ({
        label,
        options: found.map(({ to, label: words }) => ({ value: to, label: words })),
      }))}
      onSelect={(to: string) => {
        isChosen.current = true;
        open(to);
      }}
    >
      <Input
        ref={field}
        aria-label="找驿站、人、心愿和上报"
        placeholder="找驿站、人、心愿号、上报号( / )"
        onPressEnter={() => {
          if (isChosen.current) return;
          const first = groups[0]?.found[0];
          if (first !== undefined) open(first.to);
          else if (words.trim() !== "") {
            void navigate({ to: "/stations", search: { q: words.trim() } });
            setWords("");
          }
        }}
      />
    </AutoComplete>
  );
}
