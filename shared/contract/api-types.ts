import type { z } from "zod";
import type { Contract, Endpoint } from "./endpoint.js";

type Sent<Schema> = Schema extends z.ZodType ? z.input<Schema> : unknown;

/** A query travels as text: what is read as a number or a flag is given as such. */
type SentAsText<In, Out> = {
  [Name in keyof In]: Name extends keyof Out
    ? Out[Name] extends number | boolean | undefined
      ? Out[Name]
      : In[Name]
    : never;
};
type SentQuery<Schema> = Schema extends z.ZodType ? SentAsText<z.input<Schema>, z.output<Schema>> : unknown;

/** What a caller gives to an endpoint: the parts of its path, its query and its body, in one. */
export type InputOf<E extends Endpoint> = Simple<Sent<E["params"]> & SentQuery<E["query"]> & Sent<E["body"]>>;

/** Written out as one object, for editors and error messages; of a choice each. */
type Simple<T> = T extends unknown
  ? unknown extends T
    ? Record<string, never>
    : { [Name in keyof T]: T[Name] }
  : never;

export type AnswerOf<E extends Endpoint> = E["answer"] extends z.ZodType ? z.output<E["answer"]> : never;

/** The endpoints of a table by method and path, as a client calls them. Those that answer a file are not among them. */
export type ApiOf<Table extends Contract> = {
  [Name in keyof Table as Table[Name]["answer"] extends z.ZodType ? Table[Name]["route"] : never]: {
    input: InputOf<Table[Name]>;
    output: AnswerOf<Table[Name]>;
  };
};
