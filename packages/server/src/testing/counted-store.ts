import type { Reader, Store } from '../store/store.js';

/** A store that tells what is asked of it. */
export interface CountedStore extends Store {
  /** Transactions begun and statements run since it was made. */
  readonly asked: number;
  /** The text of every statement, once each. */
  readonly statements: ReadonlySet<string>;
}

export function counted(store: Store): CountedStore {
  const statements = new Set<string>();
  let asked = 0;
  const watch = <Asked extends Reader | Pick<Store, 'first'>>(asks: Asked): Asked =>
    new Proxy(asks, {
      get: (target, method) => {
        const held: unknown = Reflect.get(target, method);
        if (typeof held !== 'function') return held;
        return (...given: unknown[]) => {
          asked++;
          if (typeof given[0] === 'string') statements.add(given[0]);
          return held.apply(target, given) as unknown;
        };
      },
    });
  const begun = <Tx extends Reader>(tx: Tx): Tx => {
    asked++;
    return watch(tx);
  };
  return {
    get asked() {
      return asked;
    },
    statements,
    first: (text, values) => watch<Pick<Store, 'first'>>(store).first(text, values),
    read: (work) => store.read((tx) => work(begun(tx))),
    write: (work) => store.write((tx) => work(begun(tx))),
    optimize: () => store.optimize(),
    close: () => store.close(),
  };
}
