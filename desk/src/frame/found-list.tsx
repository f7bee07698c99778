import type { FoundGroup } from "./use-found";

interface FoundListProps {
  id: string;
  groups: readonly FoundGroup[];
  /** Which of all lines the arrows are on. */
  place: number;
  onOpen: (to: string) => void;
}

export function optionId(listId: string, index: number): string {
  return `${listId}-${index}`;
}

/** What was found, by kind. The focus stays in the field, which names the line. */
export function FoundList({ id, groups, place, onOpen }: FoundListProps) {
  let next = 0;
  return (
    <div id={id} role="listbox" aria-label="找到的" className="found-list">
      {groups.map(({ label, found }) => (
        <div key={label} role="group" aria-label={label}>
          <p className="found-kind">{label}</p>
          {found.map(({ to, label: words }) => {
            const own = next++;
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: keys go to the field
              <div
                key={to}
                id={optionId(id, own)}
                role="option"
                tabIndex={-1}
                aria-selected={own === place}
                className={own === place ? "found-line is-here" : "found-line"}
                // Before the field loses the focus, and with it the list.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => onOpen(to)}
              >
                {words}
              </div>
            );
          })}
        </div>
      ))}
    </div>
  );
}
