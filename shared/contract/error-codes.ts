/** Every way a request can fail: its HTTP status and the sentence a person reads. Fields carry their own sentences. */
export const ERRORS = {
  malformed_json: { status: 400, message: "发来的内容格式不对,请重试" },
  invalid_input: { status: 400, message: "有的内容填得不对,请看标出的地方" },
  not_signed_in: { status: 401, message: "请先登录" },
  sign_in_expired: { status: 401, message: "登录已过期,请重新登录" },
  not_allowed: { status: 403, message: "你的身份不能做这件事" },
  not_found: { status: 404, message: "没有找到,可能已经撤下" },
  method_not_allowed: { status: 405, message: "这个地址不支持这种操作" },
  conflict: { status: 409, message: "刚刚有人改过,请看看新的内容再改" },
  code_taken: { status: 409, message: "这个编号已经有别的驿站在用" },
  name_taken: { status: 409, message: "这个区里已经有同名的驿站" },
  request_in_progress: { status: 409, message: "同样的请求正在处理,请稍等" },
  too_large: { status: 413, message: "文件太大,请改用命令行导入或拆成几份" },
  json_expected: { status: 415, message: "要用 JSON 格式发送" },
  unsupported_media_type: { status: 415, message: "只收 CSV 或 XLSX 文件" },
  idempotency_key_reused: { status: 422, message: "这个请求编号已经用过,请重新提交" },
  import_rejected: { status: 422, message: "表格里有错误,一条也没有导入,请改好再来" },
  words_refused: { status: 422, message: "这句话没通过检查,换个说法,或者不写" },
  too_many_requests: { status: 429, message: "操作太快了,歇一分钟再试" },
  internal: { status: 500, message: "我们这边出错了,请再试一次" },
  redis_down: { status: 503, message: "服务暂时连不上,请过一会儿再试" },
} as const satisfies Record<string, { status: number; message: string }>;

export type ErrorCode = keyof typeof ERRORS;
