import type { BeijingDate } from "../../../shared/common/time.js";

/** The outbox, what people are to be told, and groups. */
export const keysOfMessages = {
  /** STRING: the token of WeChat's server API for one mini-program. Expires by itself. */
  wechatAccessToken: (appId: string) => `wechat:access-token:${appId}`,
  /** HASH: id of a message to a person → JSON of an OutboxMessage, until 60 days after it was sent or dropped. */
  outboxMessages: "{stations}:outbox:messages",
  /** ZSET: ids of messages to be sent, score the EpochMs from which on. */
  outboxDue: "{stations}:outbox:due",
  /** ZSET: ids of messages that were taken for sending, score the EpochMs when. */
  outboxSending: "{stations}:outbox:sending",
  /** ZSET: ids of messages that nothing more happens to, score the EpochMs since when. */
  outboxFinished: "{stations}:outbox:finished",
  /** HASH: MessageOutcome → how many messages ended so on a Beijing day. Expires by itself. */
  outboxOutcomes: (day: BeijingDate) => `{stations}:outbox:outcomes:${day}`,
  /** ZSET: what happened that somebody has to be told of (api/notices/news-store.ts), score the EpochMs when. */
  news: "{stations}:news",
  /** HASH: GroupId → JSON of a Group, its address and secret sealed. */
  groups: "{stations}:groups",
  /** ZSET: what is to be said in groups at once, score the EpochMs since when. */
  groupLines: "{stations}:group-lines",
  /** ZSET: what a group robot has said, score the EpochMs when. Expires by itself. */
  groupSaid: (id: string) => `{stations}:group-said:${id}`,
  /** HASH: id of a WeChat template → how many messages of it a person has said yes to that are not sent yet. */
  messageGrants: (userId: string) => `{stations}:user:${userId}:grants`,
  /** STRING: how many messages that could wait a person was sent on a Beijing day. Expires by itself. */
  messagesOfDay: (userId: string, day: BeijingDate) => `{stations}:outbox:of-day:${userId}:${day}`,
};
