/**
 * Lua that other scripts begin with, so that a message exists exactly when the change exists that causes it.
 *
 * `enqueue_message(messages_key, due_key, id, kind, user, subject, due_at)` with `keys.outboxMessages`,
 * `keys.outboxDue` and the instant in EpochMs. An id is known for good: the same event a second time is no second
 * message. `user` and `subject` are ids, and neither is quoted.
 *
 * `cancel_message(messages_key, due_key, id)` takes back what is not being sent yet; the id is then free again.
 */
export const ENQUEUE_MESSAGE = `
  local function enqueue_message(messages_key, due_key, id, kind, user, subject, due_at)
    local due = string.format("%.0f", due_at)
    local document = '{"id":' .. cjson.encode(id) .. ',"kind":' .. cjson.encode(kind) .. ',"user":' .. cjson.encode(user)
      .. ',"subject":' .. cjson.encode(subject) .. ',"dueAt":' .. due .. '}'
    if redis.call("HSETNX", messages_key, id, document) == 1 then redis.call("ZADD", due_key, due, id) end
  end
  local function cancel_message(messages_key, due_key, id)
    if redis.call("ZREM", due_key, id) == 1 then redis.call("HDEL", messages_key, id) end
  end
`;
