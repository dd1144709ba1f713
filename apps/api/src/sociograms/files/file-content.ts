import { createHash } from 'node:crypto';
import { shownNetwork, type ShownNetwork, type ShownPupil } from '@samhold/analysis';
import type { SociogramFileWish, SociogramRound } from '@samhold/contract';
import { dayOf, writtenDay } from '../../calendar-days.ts';

export type FilePupil = ShownPupil & {
  /** The pupil's name in graph files: no id of ours leaves the house. */ readonly node: string;
};

export type FileTie = {
  readonly from: FilePupil;
  readonly to: FilePupil;
  readonly mutual: boolean;
  /** What the choice was given on. */
  readonly criteria: readonly string[];
};

/** What every file of a sociogram is made of, whatever its format. */
export type SociogramFile = {
  readonly schoolName: string;
  readonly className: string;
  readonly roundName: string;
  readonly criterion: string;
  /** The day the round was closed, yyyy-mm-dd. */
  readonly day: string;
  readonly view: SociogramFileWish['view'];
  readonly mutualOnly: boolean;
  readonly namesHidden: boolean;
  /** «24 av 26 elever svarte» */
  readonly basis: string;
  readonly network: ShownNetwork;
  /** All criteria together, when `network` is of one. */
  readonly whole: ShownNetwork;
  readonly earlier: readonly ShownNetwork[];
  /** In the order of the lists. */
  readonly pupils: readonly FilePupil[];
  readonly ties: readonly FileTie[];
};

export type SociogramToSave = {
  readonly schoolName: string;
  readonly className: string;
  /** Oldest first; the last is the one to save. */
  readonly rounds: readonly [...SociogramRound[], SociogramRound];
  /** In no file. */
  readonly leftOut: ReadonlySet<string>;
};

const withoutPupils = (round: SociogramRound, leftOut: ReadonlySet<string>): SociogramRound => {
  const isIn = ({ pupilId }: { readonly pupilId: string }): boolean => !leftOut.has(pupilId);
  return {
    ...round,
    pupils: round.pupils.filter(isIn),
    criteria: round.criteria.map(({ criterionId, title, respondents, choices }) => ({
      ...{ criterionId, title },
      respondents: respondents.filter((pupilId) => !leftOut.has(pupilId)),
      choices: choices.filter(({ from, to }) => !leftOut.has(from) && !leftOut.has(to)),
    })),
    givenOutside: round.givenOutside.filter(isIn),
    places: round.places.filter(isIn),
  };
};

/** «Elev 1», «Elev 2» …: the same in every file of the round, in an order that tells neither name nor list. */
const numbered = (ids: readonly string[], sittingId: string): ReadonlyMap<string, string> => {
  const shuffled = ids
    .map((pupilId) => ({
      pupilId,
      turn: createHash('sha256').update(`${sittingId} ${pupilId}`).digest('hex'),
    }))
    .sort((a, b) => (a.turn < b.turn ? -1 : 1));
  return new Map(shuffled.map(({ pupilId }, at) => [pupilId, `Elev ${at + 1}`]));
};

/** Null when the round did not ask for the criterion. */
export const sociogramFile = (
  { schoolName, className, rounds, leftOut }: SociogramToSave,
  wish: SociogramFileWish,
): SociogramFile | null => {
  const criterionId = wish.criterion ?? null;
  const namesHidden = wish.names === 'hidden';
  const shown = rounds.map((one) => withoutPupils(one, leftOut));
  const last = shown.at(-1);
  const numbers = namesHidden
    ? numbered(last?.pupils.map(({ pupilId }) => pupilId) ?? [], last?.sitting.sittingId ?? '')
    : null;
  const written = shown.map((one) => {
    if (numbers === null) return one;
    const pupils = one.pupils.map((pupil) => ({ ...pupil, label: numbers.get(pupil.pupilId) ?? '' }));
    return { ...one, pupils };
  });
  const round = written.at(-1);
  if (round === undefined) return null;
  const { sitting } = round;
  if (criterionId !== null && round.criteria.every((asked) => asked.criterionId !== criterionId)) return null;
  const shownCriterion = round.criteria.find((one) => one.criterionId === (criterionId ?? one.criterionId));
  const whole = shownNetwork(round, null);
  const network = criterionId === null ? whole : shownNetwork(round, criterionId);
  const pupils = network.pupils
    .toSorted((a, b) => a.label.localeCompare(b.label, 'nb', { numeric: true }))
    .map((pupil, at) => ({ ...pupil, node: `n${at + 1}` }));
  return {
    schoolName,
    className,
    roundName: sitting.name,
    criterion:
      criterionId !== null || round.criteria.length === 1
        ? (shownCriterion?.title ?? '')
        : 'Alle spørsmål samlet',
    day: dayOf(new Date(sitting.closedAt ?? sitting.openedAt)),
    view: wish.view,
    mutualOnly: wish.mutual === 'only',
    namesHidden,
    basis: `${network.respondents} av ${pupils.length} elever svarte`,
    network,
    whole,
    earlier: written.slice(0, -1).map((one) => shownNetwork(one, null)),
    pupils,
    ties: tiesOf(round, criterionId, pupils, network, wish.mutual === 'only'),
  };
};

const tiesOf = (
  round: SociogramRound,
  criterionId: string | null,
  pupils: readonly FilePupil[],
  { choices }: ShownNetwork,
  mutualOnly: boolean,
): readonly FileTie[] => {
  const chosen = new Set(choices.map(({ from, to }) => `${from}>${to}`));
  const asked = round.criteria.filter((one) => criterionId === null || one.criterionId === criterionId);
  return pupils.flatMap((from) =>
    pupils.flatMap((to) => {
      const mutual = chosen.has(`${to.pupilId}>${from.pupilId}`);
      if (!chosen.has(`${from.pupilId}>${to.pupilId}`) || (mutualOnly && !mutual)) return [];
      const given = asked.filter((one) =>
        one.choices.some((choice) => choice.from === from.pupilId && choice.to === to.pupilId),
      );
      return [{ from, to, mutual, criteria: given.map((one) => one.title) }];
    }),
  );
};

/** What a file says of itself, as label and value, in the order in which it is read. */
export const aboutFile = (file: SociogramFile): readonly (readonly [string, string])[] => [
  ['Skole', file.schoolName],
  ['Klasse', file.className],
  ['Runde', file.roundName],
  ['Spørsmål', file.criterion],
  ['Hvor mange svarte', file.basis],
  ['Dato', writtenDay(file.day)],
  ['Valg', file.mutualOnly ? 'Bare gjensidige valg er med.' : 'Alle valg i klassen er med.'],
  [
    'Elever',
    file.namesHidden
      ? 'Navnene er skjult. Numrene er de samme i alle filer fra denne runden.'
      : 'Inneholder opplysninger om elever. Oppbevar filen trygt, og slett den når den ikke trengs lenger.',
  ],
];

/** Says what the file is and how much it rests on, and names no pupil. */
export const fileName = (file: SociogramFile, ending: string): string => {
  const words = [
    'sosiogram',
    file.className,
    file.criterion,
    file.day,
    file.basis.replace(' elever', ''),
  ].join(' ');
  const plain = words
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return `${plain}${ending}`;
};
