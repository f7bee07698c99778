import { AMENITIES, AMENITY_KINDS, type AmenityKind, type AmenityState } from "../../amenities/amenity.js";

/** How lists name what is inside a station, besides the labels of the product itself. */
const WORDS: Partial<Record<AmenityKind, readonly string[]>> = {
  seat: ["座椅", "桌椅", "桌子", "椅子", "座位", "桌凳", "凳子", "休息桌椅", "休息座椅", "长椅", "桌椅板凳"],
  indoor: ["室内", "休息室", "休息区", "休息间", "室内休息区", "歇脚"],
  sofa: ["沙发", "躺椅"],
  nap: ["午休", "床", "折叠床", "午休椅", "休息床"],
  women_room: ["女性休息室", "女职工休息室", "女工休息室", "妈咪休息间"],
  smoke_free: ["无烟环境", "禁烟"],
  drinking_water: ["饮水机", "饮用水", "直饮水", "直饮机", "水", "喝水", "纯净水", "桶装水", "饮水设备"],
  hot_water: ["开水", "热水器", "开水器", "热饮水"],
  cold_drink: ["冷水", "冷饮", "凉水"],
  tea: ["茶", "茶水", "凉茶", "热茶", "绿豆汤", "姜茶"],
  microwave: ["微波", "热饭", "热饭设备", "加热饭菜"],
  fridge: ["冰柜", "电冰箱"],
  kettle: ["热水壶", "水壶", "烧水壶"],
  discount_meal: ["爱心餐", "优惠就餐", "爱心午餐"],
  vending: ["自动售货机", "自动售卖机", "售货机"],
  aircon: ["冷暖空调", "冷气"],
  heating: ["暖气", "取暖器", "供暖", "电暖器", "取暖设备"],
  fan: ["电风扇", "电扇"],
  phone_charge: ["充电", "充电插座", "充电器", "充电线", "插座", "充电设备", "手机充电器", "手机加油站"],
  powerbank: ["充电宝"],
  ebike_charge: ["电瓶车充电", "电动自行车充电", "电动车充电桩"],
  battery_swap: ["换电", "电池更换"],
  wifi: ["wifi", "无线网", "无线网络", "无线上网", "无线"],
  toilet: ["厕所", "洗手间", "公厕", "公共厕所", "如厕", "公共卫生间"],
  accessible_toilet: ["无障碍厕所", "无障碍洗手间"],
  wash_basin: ["洗手台", "洗手盆", "洗漱台", "洗手", "洗漱", "盥洗"],
  shower: ["淋浴间", "洗澡", "浴室"],
  laundry: ["洗衣机", "洗衣", "烘干机", "烘干"],
  first_aid: [
    "急救包",
    "药箱",
    "医药箱",
    "急救箱",
    "药品",
    "常用药品",
    "应急药箱",
    "应急药品",
    "医药包",
    "小药箱",
    "常用药",
    "急救药品",
    "医疗箱",
    "便民药箱",
  ],
  heatstroke_kit: ["防暑药品", "防暑降温药品", "藿香正气水", "防暑用品"],
  aed: ["aed", "除颤仪", "除颤器", "aed除颤仪", "自动体外除颤器"],
  bp_meter: ["血压仪", "测血压"],
  sewing_kit: ["针线", "针线盒"],
  umbrella: ["伞", "爱心雨伞", "爱心伞", "便民雨伞"],
  raincoat: ["雨披"],
  tool_kit: ["工具", "维修工具", "修车工具"],
  pump: ["气筒", "充气泵"],
  reading_glasses: ["花镜"],
  hand_warmer: ["暖宝宝"],
  locker: ["储物箱", "寄存柜", "存包柜", "置物柜"],
  books: ["书报", "图书", "书籍", "书架", "报刊", "图书角", "书报杂志", "报刊杂志", "图书报刊", "阅读", "职工书屋"],
  tv: ["电视机"],
  class_room: ["教学室", "培训室"],
  gym: ["健身器材", "健身房"],
  legal_aid: ["法律援助", "法律服务"],
  psych: ["心理辅导", "心理疏导"],
  join_union: ["入会服务", "工会入会"],
  job_info: ["招聘信息", "就业信息"],
  haircut: ["免费理发"],
  nursing: ["母婴", "哺乳室", "母婴间", "育婴室"],
  wheelchair: ["无障碍", "无障碍设施", "轮椅通道", "无障碍通道"],
  ebike_parking: ["电动车停车", "非机动车停放", "电瓶车停放", "电动自行车停放", "非机动车停车"],
  car_parking: ["停车位", "停车场", "机动车停放"],
  night_entry: ["夜间进门"],
  cctv: ["监控摄像头", "摄像头"],
  emergency_button: ["报警按钮", "报警器", "紧急按钮"],
};

const KIND_BY_WORD: ReadonlyMap<string, AmenityKind> = new Map(
  AMENITY_KINDS.flatMap((kind) =>
    [kind, AMENITIES[kind].label, ...(WORDS[kind] ?? [])].map((word) => [plainWord(word), kind] as const),
  ),
);

export interface AmenityReading {
  /** What is said of each that is named. */
  states: Map<AmenityKind, AmenityState>;
  /** Words nobody here knows, as they were written. */
  unknown: string[];
}

const BROKEN = /坏|维修|故障|检修|待修|报修|停用|停止使用|不能用|不可用|无法使用|暂停/;
const ABSENT =
  /^(无|没有|暂无|未配|未配备|不提供|缺|否|未安装|拆除|已拆|×|✗|✕|❌|x|n|no|0)$|不对外|不开放|内部使用|仅限(员工|内部)|已拆除|没有|暂无|未配备|^0\s*(台|个|套|把|张|组|件|只|处|间|份|箱)$/i;
const COUNT = /^\d+\s*(台|个|套|把|张|组|件|只|处|间|份|箱)?$/;
const PRESENT = /^(有|是|√|✓|✔|☑|y|yes|有且能用|完好|正常|可用|能用|齐全|具备|已配备|配备)$/i;

/** What a word or a remark says of an amenity; null: nothing that decides it. */
function stateSaid(remark: string): AmenityState | null {
  const said = remark.trim();
  if (BROKEN.test(said)) return "broken";
  if (ABSENT.test(said)) return "absent";
  return PRESENT.test(said) || COUNT.test(said) ? "working" : null;
}

/**
 * Reads a list of amenities: 饮水、空调、座椅、充电、Wi-Fi. What stands beside a word counts: 空调(损坏) is broken,
 * 卫生间(不对外), 无空调 and 微波炉0台 are absent. Counts (2台) and other brackets say nothing. A word must be known as a
 * whole; where one thing is named twice, what is worse counts.
 */
export function readAmenityWords(text: string): AmenityReading {
  const states = new Map<AmenityKind, AmenityState>();
  const unknown: string[] = [];
  for (const written of wordsOf(text.normalize("NFKC").replace(/wi[\s-]?fi/gi, "wifi"))) {
    const remarks = [...written.matchAll(/[(【]([^)】]*)[)】]$/g)].flatMap(([, remark = ""]) => remark.split(/[,、;]/));
    const bare = written.replace(/[(【][^)】]*[)】]$/, "");
    if (plainWord(bare) === "") continue;
    // 桌椅及空调 names two; 报刊和 alone none.
    const parts = bare.split(/以及|及|和|与/);
    if (
      parts.length > 1 &&
      remarks.length === 0 &&
      stateOfWord(bare) === null &&
      parts.every((part) => stateOfWord(part))
    ) {
      for (const [kind, state] of readAmenityWords(parts.join("、")).states) keepWorse(states, kind, state);
      continue;
    }
    const read = stateOfWord(bare);
    if (read === null) {
      unknown.push(written);
      continue;
    }
    const said = remarks.map(stateSaid);
    const state = said.find((one) => one === "broken") ?? said.find((one) => one === "absent") ?? read.state;
    keepWorse(states, read.kind, state);
  }
  return { states, unknown };
}

function keepWorse(states: Map<AmenityKind, AmenityState>, kind: AmenityKind, state: AmenityState): void {
  const earlier = states.get(kind);
  if (earlier === undefined || earlier === "working") states.set(kind, state);
}

/** Split where people split them, but not inside brackets. */
function wordsOf(text: string): string[] {
  const words: string[] = [];
  let word = "";
  let depth = 0;
  for (const character of text) {
    if (/[(【]/.test(character)) depth += 1;
    if (/[)】]/.test(character)) depth = Math.max(0, depth - 1);
    const isBetween = depth === 0 && /[、,;/|\s。+]/.test(character);
    if (!isBetween) word += character;
    else if (word !== "") words.push(word);
    if (isBetween) word = "";
  }
  return word === "" ? words : [...words, word];
}

function stateOfWord(word: string): { kind: AmenityKind; state: AmenityState } | null {
  const isNone = /(^|\D)0(台|个|套|把|张|组|件|只|处|间|份|箱)/.test(word);
  const whole = kindOf(word);
  if (whole) return { kind: whole, state: isNone ? "absent" : "working" };
  const absent = word.match(/^(?:无|没有|暂无|未配备?|缺)(.+)$/)?.[1];
  const absentKind = absent === undefined ? undefined : kindOf(absent);
  if (absentKind) return { kind: absentKind, state: "absent" };
  const [, named = "", said = ""] =
    word.match(/^(.+?)(?:已|正在|待)?(损坏|坏了|坏|维修中?|故障|检修中?|停用|暂停使用?)$/) ?? [];
  const brokenKind = said === "" ? undefined : kindOf(named);
  return brokenKind ? { kind: brokenKind, state: "broken" } : null;
}

function kindOf(written: string): AmenityKind | undefined {
  const word = plainWord(written);
  return (
    KIND_BY_WORD.get(word) ?? KIND_BY_WORD.get(word.replace(/^(免费|爱心|便民|公共|配备|提供)|(设备|服务|设施)$/g, ""))
  );
}

/** The amenity that a column of its own is about: 饮水机, 有无空调, 微波炉(台); null: it is about something else. */
export function amenityOfHeading(heading: string): AmenityKind | null {
  const word = heading
    .normalize("NFKC")
    .replace(/\([^)]*\)/g, "")
    .replace(/wi[\s-]?fi/gi, "wifi")
    .replace(/^(有无|是否有|是否配备|是否提供|是否)|(数量|情况|配备情况|台数|个数|有无)$/g, "");
  return kindOf(word) ?? null;
}

/** What a cell of such a column says: √, 有, 2台, ×, 无, 维修中. Null: nothing; undefined: nobody can tell. */
export function readAmenityCell(text: string): AmenityState | null | undefined {
  const said = text.normalize("NFKC").trim();
  if (said === "" || /^[-—/\\]+$/.test(said)) return null;
  const [, bare = said, remark] = said.match(/^(.*?)[(【]([^)】]*)[)】]$/) ?? [];
  const state = stateSaid(bare);
  const worse = remark === undefined ? null : stateSaid(remark);
  return (worse === "broken" || worse === "absent" ? worse : state) ?? undefined;
}

/** Without counts and a closing 等. */
function plainWord(text: string): string {
  return text
    .toLowerCase()
    .replace(/\d+(台|个|套|把|张|组|件|只|处|间|份|箱)?|[-\s]/g, "")
    .replace(/等$/, "");
}
