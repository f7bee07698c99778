import { REFERRED_CATEGORY, type WishCategory } from "./wish-category.js";

/** The unions' own line for rights of workers, everywhere in the country. */
export const RIGHTS_LINE = "12351";

/** Free legal aid, everywhere in the country. */
export const LEGAL_AID_LINE = "12348";

/** What a worker is told in the place of a wait. */
export const RIGHTS_ADVICE =
  "这是您的权益，不用许愿。请拨打工会热线 12351，会有人帮您讨薪、申请工伤，也可以免费找法律援助。如果您只是想要一样东西，请点“不是这回事，继续许愿”。";

/** Wages that are owed, and injuries at work. Mere words of pay or pain are not enough: 工资低,想要一副手套 is a wish. */
const RIGHTS_WORDS = [
  /(?:拖欠|克扣|扣发|欠|不发|没发|不给|没给|不结|没结|少发|讨要|讨|追讨|要不回|要不到|拿不到|没拿到)[^。!?;\n\uFF01\uFF1F\uFF1B]{0,8}(?:工资|工钱|薪水|薪资|薪|血汗钱|提成|加班费|赔偿)/,
  /(?:工资|工钱|薪水|薪资|血汗钱|加班费|赔偿金?)[^。!?;\n\uFF01\uFF1F\uFF1B]{0,10}(?:拖欠|被欠|欠着|克扣|没发|不发|没给|不给|没结|不结|没到账|要不回|要不到|拿不到|没拿到)/,
  /欠薪|讨薪|工伤|职业病|劳动仲裁|劳动纠纷/,
  /(?:干活|上班|送餐|送外卖|送货|送快递|工地|工作|作业)[^。!?;\n\uFF01\uFF1F\uFF1B]{0,10}(?:受伤|摔伤|摔断|骨折|被撞|撞伤|砸伤|轧伤|烫伤)/,
  /(?:没签|不签|没有签)[^。!?;\n\uFF01\uFF1F\uFF1B]{0,4}(?:劳动)?合同|(?:被)?(?:违法|无故)(?:辞退|开除|解雇)/,
];

/** Whether a wish asks for what is a right: unpaid wages, an injury at work. */
export function isRightsRequest({ category, text }: { category: WishCategory; text: string }): boolean {
  return category === REFERRED_CATEGORY || RIGHTS_WORDS.some((words) => words.test(text));
}
