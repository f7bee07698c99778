import { z } from "zod";
import { textUpTo, wordsUpTo } from "../common/free-text.js";
import { GROUP_SYSTEM_KEYS, groupSystemOf } from "./group-systems.js";

export const GroupId = z.string().regex(/^gr_[a-z0-9]{8,40}$/, { error: "不是群机器人编号" });
export type GroupId = z.infer<typeof GroupId>;

/** A robot as an officer adds it. */
export const GroupInput = z.strictObject({
  /** What colleagues call the group. */
  name: wordsUpTo(20),
  address: textUpTo(500).refine((address) => groupSystemOf(address) !== null, {
    error: "只收企业微信、钉钉、飞书群机器人的地址，从群里复制整条",
  }),
  /** 加签 of 钉钉, 签名校验 of 飞书. */
  secret: wordsUpTo(200).optional(),
  /** Whose stations it hears of: a prefix of district codes within the officer's reach. */
  reach: z.string().regex(/^\d{0,6}$/, { error: "区划代码是数字" }),
  wantsDigest: z.boolean(),
  wantsUrgent: z.boolean(),
});
export type GroupInput = z.infer<typeof GroupInput>;

/** What came of the latest message to a group. */
export const GROUP_OUTCOMES = ["sent", "put_off", "refused", "unknown"] as const;
export type GroupOutcome = (typeof GROUP_OUTCOMES)[number];

/** A robot as it is shown: the address leads to the group, so nothing of it but the system is. */
export const GroupAnswer = z.object({
  id: GroupId,
  name: z.string(),
  system: z.enum(GROUP_SYSTEM_KEYS),
  isSigned: z.boolean(),
  reach: z.string(),
  reachName: z.string(),
  wantsDigest: z.boolean(),
  wantsUrgent: z.boolean(),
  latest: z.object({ at: z.iso.datetime(), outcome: z.enum(GROUP_OUTCOMES), errcode: z.int().nullable() }).nullable(),
});
export type GroupAnswer = z.infer<typeof GroupAnswer>;

export const GroupList = z.object({ groups: z.array(GroupAnswer) });
export const GroupTried = z.object({ outcome: z.enum(GROUP_OUTCOMES), errcode: z.int().nullable() });
export type GroupTried = z.infer<typeof GroupTried>;

/** A robot as it is kept; address and secret are sealed together. Instants are EpochMs. */
export const Group = z.strictObject({
  id: GroupId,
  name: z.string(),
  system: z.enum(GROUP_SYSTEM_KEYS),
  sealed: z.string(),
  isSigned: z.boolean(),
  reach: z.string(),
  wantsDigest: z.boolean(),
  wantsUrgent: z.boolean(),
  createdAt: z.int(),
  latest: z.strictObject({ at: z.int(), outcome: z.enum(GROUP_OUTCOMES), errcode: z.int().nullable() }).nullable(),
});
export type Group = z.infer<typeof Group>;
