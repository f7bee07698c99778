import { useState } from "react";
import { readTableSearch, type TableSearch } from "./table-search";

interface SavedView {
  name: string;
  search: TableSearch;
}

const KEY = "desk-views";

function kept(): SavedView[] {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(value)
      ? value.map((one: SavedView) => ({ name: String(one.name), search: readTableSearch({ ...one.search }) }))
      : [];
  } catch {
    return [];
  }
}

/** Filters, order and columns that somebody named, on this machine. */
export function useSavedViews() {
  const [views, setViews] = useState(kept);
  const set = (next: SavedView[]) => {
    setViews(next);
    localStorage.setItem(KEY, JSON.stringify(next));
  };
  return {
    views,
    save: (name: string, { open: _, ...search }: TableSearch) =>
      set([...views.filter((one) => one.name !== name), { name, search }]),
    forget: (name: string) => set(views.filter((one) => one.name !== name)),
  };
}
