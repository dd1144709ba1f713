import { detectSignals } from '../../packages/analysis/src/index.ts';
import { FITTED_MODEL } from '../../packages/analysis/src/simulation/class-model.ts';
import { simulateClass } from '../../packages/analysis/src/simulation/simulate-class.ts';
import { ASSUMED_ANSWERS } from '../../packages/analysis/src/simulation/simulated-answers.ts';

const CLASSES = 100;

/**
 * Processor time in ms, least and median, for the signals of one class of 28 with three criteria, five choices each, two earlier
 * rounds and 2,000 draws. Other work on the machine makes both longer.
 */
export function detectionTime(): { readonly least: number; readonly median: number } {
  const inputs = Array.from({ length: CLASSES }, (_, seed) => {
    const [first, second, third] = simulateClass(
      {
        model: FITTED_MODEL,
        answers: ASSUMED_ANSWERS,
        size: 28,
        rounds: 3,
        criteria: ['recess', 'sit-beside', 'work'],
        mostChoices: 5,
        absence: 0.06,
        planted: 0.4,
      },
      seed,
    ).rounds;
    return { ...third!, history: [second!, first!], seed };
  });
  for (const input of inputs.slice(0, 5)) detectSignals(input);
  const times = inputs.map((input) => {
    const before = process.cpuUsage();
    detectSignals(input);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  times.sort((a, b) => a - b);
  return { least: times[0]!, median: times[CLASSES / 2]! };
}
