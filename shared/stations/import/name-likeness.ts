/** Words that most stations carry and that therefore tell none from another. */
const COMMON_WORDS =
  /户外劳动者|环卫工人|新就业形态|劳动者|快递员|外卖员|骑手|职工|工会|总工会|爱心|暖心|温馨|便民|服务站点?|服务点|服务中心|休息点|休息站|驿站|驿家|之家|港湾|站点|省|市|区|县/g;

/** 0 (nothing in common) to 1: how alike two names are, apart from the words that most stations carry. */
export function nameLikeness(a: string, b: string): number {
  return keyLikeness(nameKey(a), nameKey(b));
}

/** What is left of a name: 工会驿站(郑州银行伊河路) and 郑州银行伊河路爱心驿站 leave the same. */
export function nameKey(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "")
    .replace(COMMON_WORDS, "");
}

/** Shorter names are found within many that are not theirs. */
const TELLING_LENGTH = 3;

/** Dice's coefficient over pairs of neighbouring characters; a name within the other is as alike as can be. */
export function keyLikeness(a: string, b: string): number {
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a];
  if (shorter === longer || (shorter.length >= TELLING_LENGTH && longer.includes(shorter))) return 1;
  const pairsA = pairs(a);
  const pairsB = pairs(b);
  if (pairsA.length === 0 || pairsB.length === 0) return 0;
  const left = new Map<string, number>();
  for (const pair of pairsA) left.set(pair, (left.get(pair) ?? 0) + 1);
  let shared = 0;
  for (const pair of pairsB) {
    const count = left.get(pair) ?? 0;
    if (count === 0) continue;
    shared += 1;
    left.set(pair, count - 1);
  }
  return (2 * shared) / (pairsA.length + pairsB.length);
}

function pairs(text: string): string[] {
  const characters = [...text];
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}
