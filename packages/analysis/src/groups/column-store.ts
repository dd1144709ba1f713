import { costCount } from './costs.ts';

/** Lists of columns, of fixed width, that grow. */
export type ColumnStore = {
  readonly add: (kind: number, places: ArrayLike<number>, costs: ArrayLike<number>) => void;
  readonly stored: () => {
    readonly count: number;
    readonly kind: Uint8Array;
    readonly seated: Int16Array;
    readonly costs: Int16Array;
  };
};

export function columnStore(width: number): ColumnStore {
  let capacity = 1 << 12;
  let count = 0;
  let kind = new Uint8Array(capacity);
  let seated = new Int16Array(capacity * width);
  let costs = new Int16Array(capacity * costCount);
  const grown = (from: Int16Array): Int16Array<ArrayBuffer> => {
    const to = new Int16Array(from.length * 2);
    to.set(from);
    return to;
  };
  return {
    add: (ofKind, places, ofCosts) => {
      if (count === capacity) {
        capacity *= 2;
        const kinds = new Uint8Array(capacity);
        kinds.set(kind);
        [kind, seated, costs] = [kinds, grown(seated), grown(costs)];
      }
      kind[count] = ofKind;
      seated.fill(-1, count * width, (count + 1) * width);
      seated.set(places, count * width);
      costs.set(ofCosts, count * costCount);
      count += 1;
    },
    stored: () => ({ count, kind, seated, costs }),
  };
}
