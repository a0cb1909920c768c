/** A value that is made anew only when one of the things changes of which it is made. */
export class Memo<Value> {
  #from: readonly unknown[] | undefined;
  #value: Value | undefined;

  /** @param from - Of what `make` makes the value, compared one by one by identity. */
  of(from: readonly unknown[], make: () => Value): Value {
    const before = this.#from;
    const isSame = before?.length === from.length && from.every((part, at) => part === before[at]);
    if (!isSame) this.#value = make();
    this.#from = from;
    return this.#value as Value;
  }
}
