import type { ChoiceNetwork } from '../network.ts';
import { changeOfPupils } from '../networks/change-of-pupils.ts';
import type { ReceivedChange } from '../networks/change-of-pupils.ts';
import { unionOfCriteria } from '../networks/union-of-criteria.ts';

/** What a class answered in one round, with who answered each criterion. */
export type AnsweredRound = {
  readonly pupils: readonly { readonly pupilId: string; readonly label: string }[];
  readonly criteria: readonly (Omit<ChoiceNetwork, 'roster'> & { readonly criterionId: string })[];
};

/** Whole sentences, or one line a pair or pupil, under a heading. */
export type ChangePart = { readonly title: string; readonly lines: readonly string[] };

export type ChangeInWords = { readonly basis: readonly string[]; readonly parts: readonly ChangePart[] };

const listing = new Intl.ListFormat('nb');
const many = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;

/**
 * What is another in a round than in the one before, in sentences: on one criterion, or on all that both rounds asked
 * (`criterionId` null). Tells what was observed of choices and never what a child is; of those who did not answer one of
 * the times nothing is concluded. What counts as clearly more or fewer: see isClearChange.
 */
export const changeInWords = (
  before: AnsweredRound,
  after: AnsweredRound,
  criterionId: string | null,
): ChangeInWords => {
  const asked = after.criteria.flatMap(({ criterionId: id }) =>
    (criterionId === null || id === criterionId) && before.criteria.some((one) => one.criterionId === id)
      ? [id]
      : [],
  );
  const labels = new Map([...before.pupils, ...after.pupils].map(({ pupilId, label }) => [pupilId, label]));
  const name = (id: string): string => labels.get(id) ?? '';
  const inOrder = (lines: readonly string[]) => lines.toSorted((a, b) => a.localeCompare(b, 'nb'));
  const names = (ids: readonly string[]) => listing.format(inOrder(ids.map(name)));
  const change = changeOfPupils(together(before, asked), together(after, asked));
  const moves = [
    ...(change.came.length > 0 ? [`${names(change.came)} er med for første gang siden forrige runde.`] : []),
    ...(change.left.length > 0 ? [`${names(change.left)} var med forrige gang, men ikke nå.`] : []),
  ];
  const moved = { title: 'Kom og gikk', lines: moves };
  if (asked.length === 0) {
    return {
      basis: ['Rundene spurte ikke om det samme, så valgene kan ikke sammenlignes.'],
      parts: [moved].filter(({ lines }) => lines.length > 0),
    };
  }
  const { respondents, n11, n10 } = change.choices;
  if (respondents === 0) {
    return {
      basis: ['Ingen svarte begge ganger, så valgene kan ikke sammenlignes.'],
      parts: [moved].filter(({ lines }) => lines.length > 0),
    };
  }
  const silent = silentInWords(change.silentBefore, change.silentAfter, asked.length > 1, names);
  const pairs = (found: readonly (readonly [string, string])[]) =>
    inOrder(found.map(([a, b]) => `${inOrder([name(a), name(b)]).join(' og ')}`));
  const received = (found: readonly ReceivedChange[]) =>
    inOrder(
      found.map(
        ({ pupilId, before: then, after: now, among }) =>
          `${name(pupilId)}: valgt av ${then} forrige gang og ${now} nå, av ${among}`,
      ),
    );
  const parts = [
    { title: 'Valgte hverandre nå, men ikke forrige gang', lines: pairs(change.mutualNew) },
    { title: 'Valgte hverandre forrige gang, men ikke nå', lines: pairs(change.mutualEnded) },
    {
      title: 'Valgt av klart flere enn forrige gang',
      lines: received(change.received.filter(({ won, lost }) => won > lost)),
    },
    {
      title: 'Valgt av klart færre enn forrige gang',
      lines: received(change.received.filter(({ won, lost }) => won < lost)),
    },
    moved,
    { title: 'Har ikke svart begge ganger', lines: silent },
  ].filter(({ lines }) => lines.length > 0);
  const still =
    change.mutualKept.length === 0
      ? []
      : [`${many(change.mutualKept.length, 'gjensidig valg', 'gjensidige valg')} er der fortsatt.`];
  const repeated =
    n11 + n10 === 0 ? [] : [`Av ${many(n11 + n10, 'valg', 'valg')} forrige gang ble ${n11} gjort igjen.`];
  const steady =
    change.mutualNew.length + change.mutualEnded.length > 0
      ? []
      : ['Ingen gjensidige valg har kommet til eller falt bort.'];
  return {
    basis: [
      `Sammenlignet er valgene til ${many(respondents, 'elev', 'elever')} som svarte begge ganger.`,
      ...repeated,
      ...still,
      ...steady,
    ],
    parts,
  };
};

const silentInWords = (
  before: readonly string[],
  after: readonly string[],
  /** Of several criteria, of which somebody may have answered some. */
  several: boolean,
  names: (ids: readonly string[]) => string,
): readonly string[] => {
  const twice = before.filter((id) => after.includes(id));
  const then = before.filter((id) => !twice.includes(id));
  const now = after.filter((id) => !twice.includes(id));
  const all = several ? ' på alt' : '';
  const said = [
    ...(now.length > 0 ? [`${names(now)} har ikke svart${all} nå.`] : []),
    ...(then.length > 0 ? [`${names(then)} svarte ikke${all} forrige gang.`] : []),
    ...(twice.length > 0 ? [`${names(twice)} har ikke svart${all} noen av gangene.`] : []),
  ];
  return said.length === 0
    ? []
    : [...said, 'Hva de ville valgt, er ikke kjent, og valgene deres er ikke regnet med.'];
};

/** The criteria as one network, of those who answered all of them: others may lack choices they were not asked for. */
const together = ({ pupils, criteria }: AnsweredRound, asked: readonly string[]): ChoiceNetwork => {
  const roster = pupils.map(({ pupilId }) => pupilId);
  const own = criteria.filter(({ criterionId }) => asked.includes(criterionId));
  const { choices } = unionOfCriteria(own.map((criterion) => ({ ...criterion, roster })));
  const respondents = roster.filter((id) => own.every((criterion) => criterion.respondents.includes(id)));
  return { roster, respondents, choices };
};
