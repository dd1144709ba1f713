import { describeNetwork, detectSignals, type CriterionChoices } from '../../packages/analysis/src/index.ts';
import { processorTime } from './processor-time.ts';
import { makeClass } from './signals-classes.ts';

export type SampleTime = {
  /** Processor time in ms of the descriptions, and of the signals, for one class and round. */
  readonly describing: number;
  readonly signals: number;
};

/**
 * Every criterion described and the signals found, with their 2,000 draws, in `classes` classes of 16–28 over three
 * rounds, where each round has the earlier ones behind it.
 */
export function timeOfSample(classes: number): SampleTime {
  let [describing, signals] = [0, 0];
  for (let seed = -10; seed < classes; seed += 1) {
    const { rounds } = makeClass(seed + 100);
    rounds.forEach((round, at) => {
      const history = rounds.slice(0, at).toReversed();
      const described = processorTime(() => describeAll(round.criteria));
      const detected = processorTime(() => detectSignals({ ...round, history, seed: at }));
      if (seed < 0) return;
      describing += described;
      signals += detected;
    });
  }
  return { describing: describing / classes / 3, signals: signals / classes / 3 };
}

const describeAll = (criteria: readonly CriterionChoices[]): unknown =>
  criteria.map(({ network }) => describeNetwork(network));
