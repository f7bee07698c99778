import type { z } from "zod";
import type { Action } from "../people/permissions.js";
import type { ErrorCode } from "./error-codes.js";

/**
 * Who may call an endpoint at all. An action asks for a sign-in that may do it somewhere. `open` asks for nothing.
 * `known` does not either, and answers those who are signed in as themselves. `token` asks for a token, which may have
 * ended. `timer` and `wechat` have secrets of their own.
 */
export type Permission = Action | "open" | "known" | "token" | "timer" | "wechat";

/**
 * What a write does when it is sent again. `repeatable`: the same as once. `once`: it happens again, unless it carries the
 * `Idempotency-Key` of the first time. `secret`: its answer holds a token, which is kept nowhere, so that a key does nothing.
 */
export type WriteKind = "repeatable" | "once" | "secret";

/** A file as a body or as an answer, in any of some media types, each with what its bytes are. */
export interface FileContent {
  files: Readonly<Record<string, "text" | "binary" | "form">>;
}

interface Common {
  summary: string;
  description?: string;
  permission: Permission;
  /** The parts of the path that begin with a colon. */
  params?: z.ZodObject;
  query?: z.ZodType<object>;
  /** What a request is answered with. */
  answer: z.ZodType | FileContent;
  /** What that is, in a few words. */
  answers: string;
  /** Answers with other statuses that are no errors. */
  also?: Readonly<Record<number, string>>;
  /** Besides those that follow from the rest (`errorsOf` in `api/http/describe-endpoint.ts`). */
  errors?: readonly ErrorCode[];
}

interface Read extends Common {
  /** Method and path below `/api`. */
  route: `GET /${string}`;
  write?: never;
  body?: never;
  mayLackBody?: never;
  status?: 200;
}

interface Write extends Common {
  route: `${"POST" | "PUT" | "PATCH" | "DELETE"} /${string}`;
  write: WriteKind;
  body?: z.ZodType<object> | (FileContent & { otherwise: ErrorCode });
  /** What is sent may come without a body. */
  mayLackBody?: boolean;
  /** 201 where something new is there; else 200. */
  status?: 200 | 201;
}

export type Endpoint = Read | Write;

/** The endpoints of a feature by the names that clients made from the description give them. */
export type Contract = Readonly<Record<string, Endpoint>>;
