/** A file as a person has picked it. */
export interface TableFile {
  name: string;
  content: ArrayBuffer;
}
