/** Pictures to be looked at large, one after the other. */
export interface Enlarging {
  pictures: readonly { src: string; label: string }[];
  /** Which of them was tapped. */
  first: number;
}

export interface Enlarger {
  enlarge: (what: Enlarging) => void;
  /** To be rendered with the page. */
  view: JSX.Element | null;
}
