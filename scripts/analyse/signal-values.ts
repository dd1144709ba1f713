import { detectSignals, signalSentences, type SignalLanguage } from '../../packages/analysis/src/index.ts';
import { readEdges } from './read-edges.ts';
import { readPeople, type NetworkWish } from './read-network.ts';
import { readTable } from './read-table.ts';
import { Refusal } from './refusal.ts';

export type SignalWish = Omit<NetworkWish, 'relation'> & {
  /** Names of relations, each a criterion; none: the whole file is one. */
  readonly criteria: readonly string[];
  readonly language: SignalLanguage;
  readonly seed: number;
};

/** The waves of the file before the one that is looked at, newest first, in the order the file has them. */
const earlierWaves = ({ edges, wave }: SignalWish): readonly string[] => {
  if (wave === undefined) return [];
  const waves = [...new Set(readTable(edges, ['wave']).rows.map(({ values }) => values['wave'] ?? ''))];
  if (!waves.includes(wave)) throw new Refusal(`Bølgen «${wave}» finnes ikke i filen.`);
  return waves.slice(0, waves.indexOf(wave)).reverse();
};

/** Signs of a class with their evidence and sentences; earlier waves of the same file count as earlier rounds. */
export const signalValues = (wish: SignalWish) => {
  const relations = wish.criteria.length === 0 ? [undefined] : wish.criteria;
  const choicesIn = (wave: string | undefined) =>
    relations.map((relation) => ({
      criterionId: relation ?? 'choice',
      choices: readEdges({ ...wish, wave, relation }),
    }));
  const rounds = [wish.wave, ...earlierWaves(wish)].map(choicesIn);
  const named = rounds.flat().flatMap(({ choices }) => choices.flatMap(({ from, to }) => [from, to]));
  const people = readPeople(wish, named);
  const [criteria = [], ...history] = rounds.map((round) =>
    round.map(({ criterionId, choices }) => ({ criterionId, network: { ...people, choices } })),
  );
  const found = detectSignals({
    criteria,
    gaveNone: [],
    history: history.map((earlier) => ({ criteria: earlier })),
    seed: wish.seed,
  });
  return {
    ...found,
    signals: found.signals.map((signal) => ({
      ...signal,
      sentences: signalSentences(signal, found, wish.language),
    })),
  };
};
