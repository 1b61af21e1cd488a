interface Node<T> {
  readonly next: Map<number, Node<T>>;
  readonly values: T[];
  fallback: Node<T> | null;
  /** The nearest node on the chain of fallbacks that ends a word. */
  shorter: Node<T> | null;
}

/**
 * Many words, found in one pass over a text: the automaton of Aho and Corasick, "Efficient string
 * matching", CACM 18(6), 1975. Words and text are compared by UTF-16 unit.
 */
export class AliasTrie<T> {
  private readonly root: Node<T> = newNode();

  add(word: string, value: T): void {
    let node = this.root;
    for (let i = 0; i < word.length; i++) {
      const unit = word.charCodeAt(i);
      let child = node.next.get(unit);
      if (!child) node.next.set(unit, (child = newNode()));
      node = child;
    }
    node.values.push(value);
  }

  /** Must be called once, after the last `add` and before the first `scan`. */
  close(): void {
    const queue: Node<T>[] = [this.root];
    for (const node of queue) {
      for (const [unit, child] of node.next) {
        let fallback = node.fallback;
        while (fallback && !fallback.next.has(unit)) fallback = fallback.fallback;
        child.fallback = fallback?.next.get(unit) ?? this.root;
        child.shorter = child.fallback.values.length > 0 ? child.fallback : child.fallback.shorter;
        queue.push(child);
      }
    }
  }

  /** Calls back for every word of the text with the offset behind it. */
  scan(text: string, found: (end: number, value: T) => void): void {
    let node = this.root;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      let next = node.next.get(unit);
      while (!next && node.fallback) {
        node = node.fallback;
        next = node.next.get(unit);
      }
      node = next ?? this.root;
      for (let word: Node<T> | null = node; word; word = word.shorter) {
        for (const value of word.values) found(i + 1, value);
      }
    }
  }
}

function newNode<T>(): Node<T> {
  return { next: new Map(), values: [], fallback: null, shorter: null };
}
