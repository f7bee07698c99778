/** The parts of the page, in order. */
export const MONTH_PARTS = {
  stations: "驿站",
  doors: "开门",
  amenities: "设施",
  reports: "上报",
  classes: "课程",
  wishes: "心愿",
} as const;
export type MonthPart = keyof typeof MONTH_PARTS;

interface FigureWords {
  part: MonthPart;
  label: string;
  /** Of what is counted; `%` of a share, 天 of a middle. */
  unit: string;
  /** What exactly is counted, for whoever asks. */
  means: string;
}

/** 月末: the end of the month, or now while it runs. */
export const MONTH_FIGURES = {
  stations: { part: "stations", label: "月末在册", unit: "个", means: "月末没有撤下的驿站" },
  stations_new: { part: "stations", label: "新增", unit: "个", means: "当月建档的驿站" },
  stations_withdrawn: { part: "stations", label: "撤下", unit: "个", means: "当月撤下、没有再恢复的驿站" },
  unconfirmed: {
    part: "stations",
    label: "30 天没人确认",
    unit: "个",
    means: "月末在册、之前 30 天里没有站长或干部确认过门照常开的驿站",
  },
  checks: { part: "doors", label: "暗访", unit: "次", means: "当月到门口的暗访" },
  open_as_posted: {
    part: "doors",
    label: "门上时间说开，真开着",
    unit: "%",
    means: "暗访时门上时间说开的，有多少真开着；只有暗访才算数，没有暗访就是没有记录",
  },
  open_as_answered: {
    part: "doors",
    label: "我们说开，真开着",
    unit: "%",
    means: "暗访时我们对来人说开的，有多少真开着",
  },
  fixed: { part: "amenities", label: "坏了又修好", unit: "处", means: "当月由坏了改成能用的设施，按操作记录" },
  fixed_days: {
    part: "amenities",
    label: "从坏到修好（中位）",
    unit: "天",
    means: "当月修好的设施，从有人说坏到有人说能用的天数，取中间那个",
  },
  still_broken: { part: "amenities", label: "月末还坏着", unit: "处", means: "月末在册驿站里还坏着的设施" },
  reports: { part: "reports", label: "收到", unit: "件", means: "当月收到的上报；说同一件事的几条算一件" },
  reports_door: { part: "reports", label: "其中门关着", unit: "件", means: "当月收到、说门关着的上报" },
  reports_broken: { part: "reports", label: "其中东西坏了", unit: "件", means: "当月收到、说设施坏了的上报" },
  reports_answered: {
    part: "reports",
    label: "办了",
    unit: "件",
    means: "当月说处理好了或没有采纳的上报，也有以前收到的，按操作记录",
  },
  answer_days: {
    part: "reports",
    label: "从收到到办了（中位）",
    unit: "天",
    means: "当月办了的上报，从收到到最后一次说办了的天数，取中间那个",
  },
  sessions: { part: "classes", label: "开课", unit: "节", means: "当月开始上、没有取消的课" },
  sessions_cancelled: { part: "classes", label: "取消", unit: "节", means: "原定当月、后来取消的课；并到别的课的不算" },
  attended: { part: "classes", label: "到场", unit: "人次", means: "当月的课签了到的人次，现场补位的也算" },
  absent: { part: "classes", label: "报名没来", unit: "人次", means: "当月的课报了名没来、或取消晚了的人次" },
  attendance: { part: "classes", label: "到场率", unit: "%", means: "到场 ÷（到场 + 报名没来）" },
  wishes: { part: "wishes", label: "收到", unit: "个", means: "当月收到的心愿" },
  wishes_submitted: { part: "wishes", label: "月末待审核", unit: "个", means: "月末停在待审核的心愿" },
  wishes_need_info: { part: "wishes", label: "月末等本人回话", unit: "个", means: "月末停在等本人回话的心愿" },
  wishes_approved: { part: "wishes", label: "月末待认领", unit: "个", means: "月末停在待认领的心愿" },
  wishes_claimed: { part: "wishes", label: "月末办理中", unit: "个", means: "月末停在办理中的心愿" },
  wishes_ready: { part: "wishes", label: "月末等人来拿", unit: "个", means: "月末停在等人来拿的心愿" },
  wishes_delivered: { part: "wishes", label: "月末等本人确认", unit: "个", means: "月末停在等本人确认的心愿" },
  wishes_fulfilled: { part: "wishes", label: "当月办结", unit: "个", means: "当月办结的心愿，待确认的不算" },
  wish_days: {
    part: "wishes",
    label: "从提出到办结（中位）",
    unit: "天",
    means: "当月办结的心愿，从提出到办结的天数，取中间那个",
  },
  wishes_rejected: { part: "wishes", label: "当月没同意", unit: "个", means: "当月没同意的心愿" },
  wishes_referred: { part: "wishes", label: "当月转办", unit: "个", means: "当月转给专门的人办的心愿" },
  wishes_ended: {
    part: "wishes",
    label: "当月撤回、合并或办不成",
    unit: "个",
    means: "当月撤回、到期没回话、并到别的心愿或办不成的心愿",
  },
} as const satisfies Record<string, FigureWords>;

export type MonthFigure = keyof typeof MONTH_FIGURES;
export const MONTH_FIGURE_KEYS = Object.keys(MONTH_FIGURES) as [MonthFigure, ...MonthFigure[]];
