import { useNavigate, useRouter } from "@tanstack/react-router";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { FoundList, optionId } from "./found-list";
import { useFound } from "./use-found";

const LIST_ID = "found-list";

/** Finds a station, a person, a wish or a report. `/` or Ctrl+K leads here from anywhere. */
export function FindBox() {
  const field = useRef<HTMLInputElement>(null);
  const [words, setWords] = useState("");
  const [isOpen, setOpen] = useState(false);
  /** The line that the arrows are on; -1: none. */
  const [place, setPlace] = useState(-1);
  const navigate = useNavigate();
  const { history } = useRouter();
  const { groups, foundBy } = useFound(words);
  const lines = groups.flatMap(({ found }) => found);
  const isFound = foundBy === words.trim();
  /** Enter was pressed before what was typed was looked for. */
  const [isAsked, setAsked] = useState(false);
  useFindKeys(field);

  const open = (to: string | undefined) => {
    if (to !== undefined) history.push(`/desk${to}`);
    else if (words.trim() !== "") void navigate({ to: "/stations", search: { q: words.trim() } });
    else return;
    setWords("");
    setOpen(false);
    field.current?.blur();
  };
  const openChosen = () => open((lines[place] ?? lines[0])?.to);
  useEffect(() => {
    if (!isAsked || !isFound) return;
    setAsked(false);
    openChosen();
  });
  const onKeyDown = (event: KeyboardEvent) => {
    // An input method is choosing characters: its keys are its own.
    if (event.nativeEvent.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      setOpen(true);
      const step = event.key === "ArrowDown" ? 1 : -1;
      setPlace((before) => Math.max(-1, Math.min(lines.length - 1, before + step)));
    } else if (event.key === "Enter") isFound ? openChosen() : setAsked(true);
    else if (event.key === "Escape") setOpen(false);
  };
  const isShown = isOpen && lines.length > 0;
  return (
    <div className="find-box">
      <input
        ref={field}
        role="combobox"
        className="find-field"
        aria-label="找驿站、人、心愿和上报"
        aria-expanded={isShown}
        aria-controls={LIST_ID}
        aria-autocomplete="list"
        aria-activedescendant={isShown && place >= 0 ? optionId(LIST_ID, place) : undefined}
        placeholder="找驿站、人、心愿号、上报号( / )"
        autoComplete="off"
        value={words}
        onChange={({ target }) => {
          setWords(target.value);
          setPlace(-1);
          setAsked(false);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      {isShown ? <FoundList id={LIST_ID} groups={groups} place={place} onOpen={open} /> : null}
    </div>
  );
}

function useFindKeys(field: { current: HTMLInputElement | null }): void {
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      const isTyping = event.target instanceof HTMLInputElement && !event.target.classList.contains("cell-input");
      const isSlash = event.key === "/" && !isTyping && !(event.target instanceof HTMLTextAreaElement);
      if (!isSlash && !((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k")) return;
      event.preventDefault();
      field.current?.focus();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [field]);
}
