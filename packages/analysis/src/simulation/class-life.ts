import type { ClassModel } from './class-model.ts';
import type { RandomValues } from './random-values.ts';

/** What lies behind a class's choices in one round. Tables are row-major, `i · size + j`: how i looks on j. */
export type ClassLife = {
  readonly size: number;
  readonly interests: Float64Array;
  readonly bond: Float64Array;
  readonly leaning: Float64Array;
  readonly appeal: Float64Array;
  /** One table per criterion. */
  readonly tastes: readonly Float64Array[];
};

export function startLife(size: number, criteria: number, random: RandomValues): ClassLife {
  const bond = new Float64Array(size * size);
  for (let i = 0; i < size; i += 1) {
    for (let j = i + 1; j < size; j += 1) {
      bond[i * size + j] = random.normal();
      bond[j * size + i] = bond[i * size + j]!;
    }
  }
  return {
    size,
    interests: random.normals(2 * size),
    bond,
    leaning: random.normals(size * size),
    appeal: random.normals(size),
    tastes: Array.from({ length: criteria }, () => random.normals(size * size)),
  };
}

/** The class one round later: a stationary first-order autoregression of every value. */
export function nextLife(life: ClassLife, model: ClassModel, random: RandomValues): ClassLife {
  const news = startLife(life.size, life.tastes.length, random);
  const { stability, appealStability } = model;
  return {
    size: life.size,
    interests: blend(life.interests, news.interests, stability),
    bond: blend(life.bond, news.bond, stability),
    leaning: blend(life.leaning, news.leaning, stability),
    appeal: blend(life.appeal, news.appeal, appealStability),
    tastes: life.tastes.map((taste, c) => blend(taste, news.tastes[c]!, stability)),
  };
}

export function blend(old: Float64Array, news: Float64Array, stability: number): Float64Array {
  const fresh = Math.sqrt(1 - stability * stability);
  return old.map((value, at) => stability * value + fresh * news[at]!);
}

/** The model of one class: classes differ in how much bonds and popularity weigh. */
export function modelOfClass(model: ClassModel, random: RandomValues): ClassModel {
  return {
    ...model,
    bond: model.bond * Math.exp(model.variety * random.normal()),
    appeal: model.appeal * Math.exp(model.variety * random.normal()),
  };
}
