/** A card says nothing that tells it from another: two alike of one day are two. */
export function numberedCards<Card extends object>(cards: readonly Card[]): (Card & { number: number })[] {
  return cards.map((card, number) => ({ ...card, number }));
}
