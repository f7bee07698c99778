import { KEPT_DAYS } from "../../../../shared/common/kept-days";
import { keptWords } from "../../../../shared/common/kept-words";
import { OPERATOR, PHONE_FOR_COMPLAINTS } from "../../build-settings";

export interface LegalSection {
  title: string;
  paragraphs: readonly string[];
}

/** The day from which both texts hold; it changes with every change of their meaning. */
export const LEGAL_SINCE = "2026 年 11 月 29 日";

const WE = OPERATOR === "" ? "本小程序的运营单位(名称见小程序的资料页)" : OPERATOR;

/** One kind of data: what it is for, when it is taken, how long it stays. */
export interface DataType {
  name: string;
  purpose: string;
  when: string;
  kept: string;
}

/** 办完 180 天后. */
function afterWish(keptDays: number | null): string {
  return keptDays === null ? "办完以后到日子(多少天，有网时看得到)" : `办完 ${keptDays} 天后`;
}

/**
 * Everything that is ever taken; docs/wechat-review.md says the same to WeChat.
 *
 * @param wishKeptDays as the installation is set; null: not known without network
 */
export const dataTypes = (wishKeptDays: number | null): readonly DataType[] => [
  {
    name: "位置",
    purpose: "找离你近的驿站，算走过去要几分钟",
    when: "你点了用我的位置以后；不给也能用，自己选个地方就行",
    kept: "不保存，也不记在日志里",
  },
  {
    name: "你说哪里该有个站",
    purpose: "让工会知道哪里缺站，有了回话告诉你",
    when: "你点说一声、我也要的时候：只留约 0.7 平方公里的一片、几点钟、缺什么、你写的话；写的话会先检查，只给工会看",
    kept: `写的话加密保存，和谁说的一起 ${KEPT_DAYS.reports} 天后清掉；登录了说的，账号编号留到有了回话、最多 ${KEPT_DAYS.reports} 天，好告诉你`,
  },
  {
    name: "没查到驿站的人次",
    purpose: "让工会知道哪一片、几点钟缺驿站，不用知道是谁",
    when:
      "你查的时候，15 分钟里没有驿站、没有开着的、没有你要的设施：只在约 0.7 平方公里的一格、那个钟点上算一个人次；" +
      "用账号或网络地址打乱成的数免得一天里重复算，打乱用的钥匙当天半夜就丢，再也认不出是谁；工会可以把它关掉",
    kept: `一天满 10 个人的才给工会和看板看，留 13 个月；不到 10 个人的并到大一圈的格子里，还不到的谁也看不到，${KEPT_DAYS.unmetBelow} 天后清掉`,
  },
  {
    name: "微信身份(OpenID)",
    purpose: "登录，认出是你自己的账号；你同意收提醒的，靠它在微信里发给你",
    when: "你点登录的时候",
    kept: `加密保存，注销账号时删掉；${keptWords(KEPT_DAYS.idleAccounts).trim()}没用，账号自动注销`,
  },
  {
    name: "称呼和身份",
    purpose: "让你管好自己的驿站：你是职工、站长还是工会干部，管哪个站、哪个区",
    when: "登录以后；不要真名",
    kept: "称呼加密保存，注销账号时删掉",
  },
  {
    name: "登录记录",
    purpose: "让你不用每次登录；发现有人冒用就停掉；管驿站的人，工会干部看得到最后用的是哪一天，好知道站里有没有人管",
    when: "登录以后，只记哪一天用过",
    kept: `${KEPT_DAYS.signIns} 天不用就失效；最后用的是哪一天，留到账号注销`,
  },
  {
    name: "报课和签到",
    purpose: "给你留名额、排队、点名；教室的站长和干部只看到你的称呼和一个号",
    when: "你报名、排队、签到、说明缺课的时候",
    kept: `称呼和说明加密保存，${KEPT_DAYS.bookings} 天后删掉`,
  },
  {
    name: "想学什么",
    purpose: "让工会知道开什么课；开了课告诉你。大家只看得到几个人想学，不到 10 个人的不写数，看不出是谁",
    when: "你点想学的时候：只记你的账号、哪个区、想学哪一样；再点一次就取消",
    kept: `开了课，投的票就删掉，只留给你自己看的一行；都是 ${KEPT_DAYS.wantedClasses} 天后删掉，注销账号时马上删掉`,
  },
  {
    name: "微信提醒",
    purpose:
      "快上课了、有空位了、课取消了、想学的开课了、心愿有进展了、你报的事有回话了，告诉你一声；站长和干部：有人说门没开、有任务、要问一句的时候",
    when: "你报名、排队、点想学、许愿、报事，或者站长干活时，在微信的框里点了同意；同意一次发一条，不同意不影响用",
    kept: `要发什么、发出去没有，${KEPT_DAYS.messages} 天后删掉；还能发几条，注销时删掉；你要听哪件事的回话，加密保存，最多 ${KEPT_DAYS.reports} 天`,
  },
  {
    name: "你报的事",
    purpose: "让站长和工会去处理，让别人少跑空",
    when: "你报门关着、东西坏了、信息不对的时候；你写的话会先检查",
    kept: `写的话加密保存，${KEPT_DAYS.reports} 天后抹掉，也看不出是谁报的`,
  },
  {
    name: "心愿里写的话",
    purpose: "让工会知道你想要什么；写的话会先检查，公开墙上只有干部写的卡片，没有你的原话和名字",
    when: "你许愿、补充、有异议、评价的时候",
    kept: `加密保存，${afterWish(wishKeptDays)}抹掉；注销账号时马上抹掉，只留“有过这么一个心愿”的数字`,
  },
  {
    name: "怎么联系你(称呼、电话、地址)",
    purpose: "让认领你心愿的那位干部能找到你",
    when: "你许愿时自己填的，不填也能许；只有认领的干部在办的时候看得到，每看一次你都查得到",
    kept: `加密保存，${afterWish(wishKeptDays)}抹掉；注销账号时马上抹掉`,
  },
  {
    name: "没登录时报事，微信给的一次性凭证",
    purpose: "一个微信算一个人，免得有人冒充好几个人乱报；不登录，也不知道你是谁",
    when: "你在微信里没登录就报一件事、发出去的时候",
    kept: "凭证问过微信就丢；只留一个打乱的、认不出是谁的数，1 天后清掉",
  },
  {
    name: "手机编号和网络地址",
    purpose: "分清是几个人在报，挡住反复乱报和攻击",
    when: "你报一件事的时候；编号是这个小程序随机编的，两样都打乱成认不出的样子再保存",
    kept: `手机编号 ${KEPT_DAYS.reports} 天，网络地址最多 1 天，每天换一种打乱法；挡攻击用的几分钟就清`,
  },
  {
    name: "程序出错的记录",
    purpose: "知道程序哪里坏了，好去修",
    when: "小程序、网页出错的时候：只记出了什么错、在哪一页、哪个版本；不记是谁、在哪里，位置、长的数字和中文都先抹掉",
    kept: `${KEPT_DAYS.clientErrors} 天后删掉`,
  },
  {
    name: "改动记录",
    purpose: "站长和工会干部改了什么，要查得到",
    when: "站长、工会干部改驿站或身份的时候",
    kept: `${keptWords(KEPT_DAYS.record).trim()}；注销账号以后只剩一个编号，找不到人`,
  },
  {
    name: "驿站的照片",
    purpose: "让大家认得门、看得见里面；拍到的地点、时间、手机型号都去掉",
    when: "站长、工会干部自己拍或者从相册选一张的时候；只取这一张，检查过才给大家看",
    kept: "删掉就没了",
  },
  {
    name: "手机日历、剪贴板、选中的文件",
    purpose: "把课记到日历里；把邀请码、你的数据复制出去；工会干部从聊天里选一张课表",
    when: "你点了那个按钮的时候；只写这一条，只读这一个文件，别的都不看",
    kept: "日历和剪贴板只在你手机里；课表按文件里的内容排课",
  },
  {
    name: "留在你手机里的",
    purpose:
      "大字、怎么去、用哪个地图、你选的地点、30 天里报过门关着的驿站、上次看到的驿站和课表、还没发出去的操作、登录凭证",
    when: "你用的时候",
    kept: "只在这台手机里，删掉小程序就没了",
  },
];

export const PRIVACY_POLICY: readonly LegalSection[] = [
  {
    title: "先说最要紧的",
    paragraphs: [
      "找驿站、看几点开门、报门关着，都不用登录，不要名字，不要手机号，不刷脸。",
      "我们不卖你的信息，不做广告，不给别人。",
      `这里的"我们"是${WE}。`,
    ],
  },
  {
    title: "谁还会碰到这些信息",
    paragraphs: [
      "微信：登录时、没登录就报事时，微信告诉我们你的 OpenID，报事时的不保存；你写的话、站长拍的照片要交给微信检查有没有违法内容；你同意收的提醒由微信送到；小程序里的地图是微信的。",
      "领导、合作单位的看板：只看一个区县或者市哪里、几点有门开着，几次没查到，多少天修好，没有谁做了什么，也改不了什么。",
      "存数据的云服务：替我们保管，不能自己拿去用。",
      "除了这些，只有法律要求的时候才会提供。",
    ],
  },
  {
    title: "你可以怎么做",
    paragraphs: [
      "位置：在微信的设置里随时可以关掉，关掉以后自己选地方找驿站。",
      "账号：在我的里可以退出登录，也可以注销账号。注销马上生效，称呼、身份、微信身份都删掉，找不回来。",
      `想要一份自己的信息：登录后在我的里点导出我的数据。想改，想问：拨打 ${PHONE_FOR_COMPLAINTS}。`,
    ],
  },
  {
    title: "孩子",
    paragraphs: ["这个小程序给户外干活的人用，不专门收集不满 14 岁孩子的信息。"],
  },
  {
    title: "改了会告诉你",
    paragraphs: ["这份说明要是改得要紧，会先在小程序里告诉你，再按新的办。"],
  },
];

export const USER_AGREEMENT: readonly LegalSection[] = [
  {
    title: "这是什么",
    paragraphs: [
      `这个小程序由${WE}提供，告诉户外干活的人附近哪个驿站开着、里面有什么。免费，不用注册。`,
      "你一用，就是同意这份协议和隐私政策。不同意，可以不用。",
    ],
  },
  {
    title: "开门时间可能不准",
    paragraphs: [
      "开门时间和设施由工会、站长和像你一样的人提供，我们尽量写清楚是谁、什么时候确认的。门口可能临时有变，以现场为准。",
      "走多少分钟是估计的，赶路请注意安全。",
      "带 示例 两个字的驿站是演示用的，不是真的。",
    ],
  },
  {
    title: "请你这样用",
    paragraphs: [
      "报门关着、东西坏了，请照实报。",
      "不要写违法的、骂人的、广告，也不要写别人的名字、电话、住址。写的话要先检查，没过就不会让别人看到。",
      "乱报、攻击、用程序大量抓取的，我们会停掉他的使用。",
    ],
  },
  {
    title: "站长和工会干部",
    paragraphs: [
      "身份由工会邀请才有，只能管自己的站、自己的区。改了什么都有记录。不要把账号给别人用。",
      "不当站长、不当干部了，工会可以马上收回身份。",
    ],
  },
  {
    title: "出了问题",
    paragraphs: [
      `觉得哪里不对，在投诉与反馈里告诉我们，或者拨打 ${PHONE_FOR_COMPLAINTS}。`,
      "驿站里的东西由驿站负责；药品请看清日期，不舒服先拨打 120。",
      "有争议先商量，商量不成，按中华人民共和国法律解决。",
    ],
  },
];
