export interface PictureProps {
  src: string;
  /** What it shows, for who does not see it. */
  label: string;
  className: string;
  /** It could not be loaded. */
  onFail: () => void;
}
