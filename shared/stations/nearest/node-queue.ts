/** Nodes of a tree, those with the least bound first: a binary heap that is used again for every search. */
export class NodeQueue {
  #size = 0;
  readonly #nodes: number[] = [];
  readonly #bounds: number[] = [];

  get isEmpty(): boolean {
    return this.#size === 0;
  }

  /** Of the node that {@link pop} gives next. */
  get leastBound(): number {
    return this.#bounds[0] ?? Number.POSITIVE_INFINITY;
  }

  clear(): void {
    this.#size = 0;
  }

  push(node: number, bound: number): void {
    let at = this.#size++;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const other = this.#bounds[above] ?? 0;
      if (other <= bound) break;
      this.#set(at, this.#nodes[above] ?? 0, other);
      at = above;
    }
    this.#set(at, node, bound);
  }

  pop(): number {
    const first = this.#nodes[0] ?? 0;
    this.#size -= 1;
    const [node, bound] = [this.#nodes[this.#size] ?? 0, this.#bounds[this.#size] ?? 0];
    let at = 0;
    for (let below = 1; below < this.#size; below = 2 * at + 1) {
      if (below + 1 < this.#size && (this.#bounds[below + 1] ?? 0) < (this.#bounds[below] ?? 0)) below += 1;
      if (bound <= (this.#bounds[below] ?? 0)) break;
      this.#set(at, this.#nodes[below] ?? 0, this.#bounds[below] ?? 0);
      at = below;
    }
    this.#set(at, node, bound);
    return first;
  }

  #set(at: number, node: number, bound: number): void {
    this.#nodes[at] = node;
    this.#bounds[at] = bound;
  }
}
