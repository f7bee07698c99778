import { useState } from "react";

const KEPT_AS = "yizhan-desk-union";

/**
 * Whose report it is: what was written here last, else what the installation is called. A county's union may have its
 * own.
 */
export function useUnionName(ofInstallation: string | null): [name: string, setName: (name: string) => void] {
  const [written, setWritten] = useState(() => localStorage.getItem(KEPT_AS));
  const setName = (name: string) => {
    if (name.trim() === "") localStorage.removeItem(KEPT_AS);
    else localStorage.setItem(KEPT_AS, name.trim());
    setWritten(name);
  };
  return [written ?? ofInstallation ?? "", setName];
}
