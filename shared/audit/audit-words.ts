import { ROLE_NAMES } from "../people/roles.js";
import type { AuditLine } from "./audit-answer.js";
import type { AuditSubject } from "./audit-entry.js";

/** Who did it where nobody was signed in. */
const WAY_WORDS: Record<AuditLine["author"]["way"], string> = {
  page: "路过的人",
  api: "路过的人",
  import: "名单导入",
  command: "服务器上的命令",
  job: "定时任务",
  wechat: "微信",
  demo: "示例数据",
};

/** 工会干部王工, 一位站长, 定时任务. Workers have no name here. */
export function whoWords({ author, authorName }: Pick<AuditLine, "author" | "authorName">): string {
  if (author.userId === null || author.role === null) return WAY_WORDS[author.way];
  const role = ROLE_NAMES[author.role];
  return authorName === null ? `一位${role}` : `${role}${authorName}`;
}

const ACTION_WORDS: Record<string, string> = {
  "station:create": "新建了驿站",
  "station:change": "改了驿站资料",
  "station:change-many": "一次改了多个驿站",
  "station:undo": "撤回了一次改动",
  "station:withdraw": "撤下了驿站",
  "station:reinstate": "恢复了撤下的驿站",
  "station:import": "用名单导入了驿站",
  "station:close": "关门或重新开门",
  "station:set-amenity": "改了设施",
  "station:set-service": "改了定时服务",
  "station:set-today": "改了今天的开放时间",
  "station:confirm": "确认都对",
  "station:reject-photo": "没让照片通过",
  "station:photograph": "换了照片",
  "station:report": "上报的件数变了",
  "station:turn": "好几个人说门关着",
  "station:brake": "一小时里报门关着的太多，先只往后排",
  "missing-station:answer": "回了“这里该有个站”",
  "task:create": "收到一条上报",
  "task:accept": "接手处理上报",
  "task:resolve": "说上报处理好了",
  "task:assign": "定了谁去办上报",
  "task:wait": "上报等配件",
  "task:remind": "催了一下上报",
  "task:dismiss": "当乱报撤掉了上报",
  "task:confirm": "上报的人说好了",
  "task:reopen": "上报的人说还没好",
  "role:grant": "给了身份",
  "role:revoke": "收回了身份",
  "invitation:take-back": "收回了邀请码",
  "person:delete": "注销了账号",
  "class:create": "新开了一门课",
  "class:change": "改了课",
  "class:end": "结束了一门课",
  "class:tell-wanted": "告诉想学的人：开课了",
  "class:import": "用表格导入了课",
  "class:move": "调了一节课的时间或地点",
  "class:cancel": "取消了一节课",
  "class:merge": "把一节课并到了另一节",
  "class:create-hall": "新建了场馆",
  "class:change-hall": "改了场馆资料",
  "check:draw": "抽了一批驿站去查",
  "job:run": "定时清理",
  "scenario:add": "存了一个方案",
  "scenario:change": "改了一个方案",
  "scenario:remove": "删了一个方案",
  "people-table:put": "传了一张人口表",
  "people-table:remove": "撤掉了人口表",
  "group:add": "加了一个群机器人",
  "group:remove": "撤掉了一个群机器人",
  "class:decide-appeal": "答复了缺席申诉",
  "class:waive-all": "让一节课都不算缺课",
  "wish:submit": "收到一个心愿",
  "wish:edit": "心愿改了",
  "wish:approve": "同意了心愿",
  "wish:reject": "没同意心愿",
  "wish:ask": "问了许愿的人",
  "wish:answer": "许愿的人回答了",
  "wish:merge": "把心愿并到一起",
  "wish:refer": "把心愿转给别处",
  "wish:claim": "认领了心愿",
  "wish:release": "放回了心愿",
  "wish:lapse": "认领到期，放回了心愿",
  "wish:ready": "东西放到驿站了",
  "wish:deliver": "把东西交给了许愿的人",
  "wish:confirm": "许愿的人说收到了",
  "wish:auto-confirm": "到期没说不对，算收到了",
  "wish:dispute": "许愿的人说不对",
  "wish:rate": "许愿的人打了分",
  "wish:withdraw": "心愿撤回了",
  "wish:unfulfillable": "说明心愿办不成",
  "wish:view": "看了联系方式",
  "wish:erase": "抹去了心愿里的个人信息",
  "wish:forget": "抹去了心愿里的个人信息",
  "wish:unanswered": "到期没等到回话，心愿收起来了",
  "wish:slip": "重开了心愿纸条",
  "wish:card": "写了心愿墙上的卡片",
};

/** 一个驿站, 一条上报. */
export const SUBJECT_WORDS: Record<AuditSubject, string> = {
  station: "一个驿站",
  task: "一条上报",
  person: "一个人",
  wish: "一个心愿",
  course: "一门课",
  class: "一节课",
  hall: "一个场馆",
  job: "定时任务",
  change: "多个驿站",
  "missing-station": "一处缺站的地方",
  group: "一个群机器人",
  check: "一批检查",
  scenario: "一个方案",
  "people-table": "一张人口表",
};

/** 改了驿站资料. What is not in the table is told by what it was done to. */
export function whatWords({ action, subject }: Pick<AuditLine, "action" | "subject">): string {
  return ACTION_WORDS[action] ?? `改动了${SUBJECT_WORDS[subject.type]}`;
}
