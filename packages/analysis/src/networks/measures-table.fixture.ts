import type { NetworkMeasure } from './network-measure.ts';

const belongsTo: Readonly<Record<NetworkMeasure['scope'], string>> = {
  class: 'klassen',
  pupil: 'eleven',
  tie: 'båndene',
};

const needed: Readonly<Record<NetworkMeasure['needs'], string>> = {
  choices: 'valgene',
  'choices-and-seed': 'valgene og et frø',
  labels: 'valgene og en inndeling',
  criteria: 'flere spørsmål',
  rounds: 'to runder',
};

const units: Readonly<Record<string, string>> = {
  pupils: 'elever',
  choices: 'valg',
  pairs: 'par',
  triples: 'tripler',
  ties: 'bånd',
  paths: 'veier',
  criteria: 'spørsmål',
  cliques: 'klikker',
  subgroups: 'undergrupper',
  share: 'andel',
  index: 'indeks',
  reliability: 'pålitelighet',
  several: 'ulike',
  'share and counts': 'andel og antall',
  'pairs of pupils and share': 'elevpar og andel',
  'pairs of pupils': 'elevpar',
  'sets of pupils': 'mengder av elever',
  'part number': 'nummer på delen',
  'yes or no': 'ja eller nei',
};

function rangeOf({ gives: { range } }: NetworkMeasure): string {
  const [least, most] = range ?? [null, null];
  const shown = (bound: number): string => String(bound).replace('-', '−').replace('.', ',');
  if (least === null) return most === null ? '' : `høyst ${shown(most)}`;
  return most === null ? `fra ${shown(least)}` : `${shown(least)} til ${shown(most)}`;
}

/** The measures as the rows of the table in docs/methods/networks.md, header first. */
export const measuresTable = (measures: readonly NetworkMeasure[]): string[][] => [
  ['mål', 'av', 'trenger', 'gir', 'område', 'kilde'],
  ...measures.map((measure) => [
    `\`${measure.id}\``,
    belongsTo[measure.scope],
    needed[measure.needs],
    units[measure.gives.unit] ?? `no word for ${measure.gives.unit}`,
    rangeOf(measure),
    measure.source.replace('definition', '').replace(', ch. ', ', kap. ').replace('et al.', 'mfl.'),
  ]),
];
