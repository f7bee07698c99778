/** What can be found inside a station. `base` marks the standard base kit, `expires` what carries a best-before date. */
interface AmenityFacts {
  label: string;
  group: AmenityGroup;
  base?: true;
  expires?: true;
}

export const AMENITY_GROUPS = {
  rest: "歇脚",
  water: "喝水",
  meal: "吃饭",
  climate: "冷暖",
  power: "充电",
  wash: "厕浴",
  health: "药品",
  handy: "便民",
  learn: "学乐",
  service: "服务",
  family: "育女",
  access: "通行",
} as const;
export type AmenityGroup = keyof typeof AMENITY_GROUPS;

export const AMENITIES = {
  seat: { label: "桌椅", group: "rest", base: true },
  indoor: { label: "室内场所", group: "rest", base: true },
  sofa: { label: "沙发躺椅", group: "rest" },
  nap: { label: "午休床", group: "rest" },
  women_room: { label: "女性休息间", group: "rest" },
  smoke_free: { label: "无烟", group: "rest" },
  drinking_water: { label: "饮水", group: "water", base: true },
  hot_water: { label: "热水", group: "water" },
  cold_drink: { label: "冰水", group: "water" },
  tea: { label: "热茶凉茶", group: "water" },
  microwave: { label: "微波炉", group: "meal", base: true },
  fridge: { label: "冰箱", group: "meal" },
  kettle: { label: "电水壶", group: "meal" },
  discount_meal: { label: "优惠餐", group: "meal" },
  vending: { label: "售卖机", group: "meal" },
  aircon: { label: "空调", group: "climate", base: true },
  heating: { label: "取暖", group: "climate" },
  fan: { label: "风扇", group: "climate" },
  phone_charge: { label: "手机充电", group: "power", base: true },
  powerbank: { label: "共享充电宝", group: "power" },
  ebike_charge: { label: "电动车充电", group: "power" },
  battery_swap: { label: "换电柜", group: "power" },
  wifi: { label: "Wi-Fi", group: "power" },
  toilet: { label: "卫生间", group: "wash", base: true },
  accessible_toilet: { label: "无障碍卫生间", group: "wash" },
  wash_basin: { label: "洗手池", group: "wash" },
  shower: { label: "淋浴", group: "wash" },
  laundry: { label: "洗衣烘干", group: "wash" },
  first_aid: { label: "急救药箱", group: "health", base: true, expires: true },
  bandaid: { label: "创可贴", group: "health" },
  heatstroke_kit: { label: "防暑药", group: "health", expires: true },
  aed: { label: "AED 除颤器", group: "health" },
  bp_meter: { label: "血压计", group: "health" },
  sewing_kit: { label: "针线包", group: "handy" },
  umbrella: { label: "雨伞", group: "handy" },
  raincoat: { label: "雨衣", group: "handy" },
  tool_kit: { label: "工具箱", group: "handy" },
  pump: { label: "打气筒", group: "handy" },
  reading_glasses: { label: "老花镜", group: "handy" },
  hand_warmer: { label: "暖贴", group: "handy" },
  locker: { label: "储物柜", group: "handy" },
  books: { label: "书报架", group: "learn", base: true },
  tv: { label: "电视", group: "learn" },
  class_room: { label: "教室", group: "learn" },
  gym: { label: "健身", group: "learn" },
  legal_aid: { label: "法律咨询", group: "service" },
  psych: { label: "心理咨询", group: "service" },
  join_union: { label: "入会", group: "service" },
  job_info: { label: "招聘", group: "service" },
  haircut: { label: "理发", group: "service" },
  clinic: { label: "义诊", group: "service" },
  donation_shelf: { label: "爱心互献", group: "service" },
  nursing: { label: "母婴室", group: "family" },
  wheelchair: { label: "无障碍通行", group: "access" },
  ebike_parking: { label: "电动车停放", group: "access" },
  car_parking: { label: "停车", group: "access" },
  night_entry: { label: "夜间自助进门", group: "access" },
  cctv: { label: "监控", group: "access" },
  emergency_button: { label: "一键报警", group: "access" },
} as const satisfies Record<string, AmenityFacts>;

export type AmenityKind = keyof typeof AMENITIES;
export const AMENITY_KINDS = Object.keys(AMENITIES) as [AmenityKind, ...AmenityKind[]];

/** Three answers. The fourth, "nobody has told us", is the missing entry: shown 不知道, never 没有. */
export const AMENITY_STATES = ["working", "broken", "absent"] as const;
export type AmenityState = (typeof AMENITY_STATES)[number];
