import { describe, expect, it } from 'vitest';
import type { FormFault } from '@samhold/contract';
import {
  byNeed,
  formFaultSentences,
  refusalSentence,
  setAsideSentence,
  stateSummary,
  type PupilState,
} from './pupil-states.ts';

const pupil = (
  label: string,
  state: PupilState,
  more: {
    readonly late?: number;
    readonly refused?: string[];
    readonly setAside?: number;
    readonly formFaults?: FormFault[];
  } = {},
) => ({
  pupil: { pupilId: label, label },
  state,
  waiting: false,
  late: 0,
  refused: [],
  setAside: 0,
  formFaults: [],
  helper: null,
  voided: null,
  ...more,
});

describe('the list of who has answered', () => {
  const pupils = [
    pupil('Ada', 'responded'),
    pupil('Bo', 'not_started'),
    pupil('Cecilie', 'locked'),
    pupil('David', 'not_started'),
  ];

  it('puts those who need the teacher first and keeps the order of names within a state', () => {
    expect(byNeed(pupils).map(({ pupil: { label } }) => label)).toEqual(['Cecilie', 'Bo', 'David', 'Ada']);
  });

  it('puts answers that wait for a decision first, then those that could not be stored', () => {
    const needing = [
      ...pupils,
      pupil('Eva', 'responded', { refused: ['unknown_item'] }),
      pupil('Frida', 'responded', { setAside: 1 }),
      pupil('Finn', 'responded', { late: 2 }),
      pupil('Gro', 'not_started', { formFaults: [{ number: null, code: 'unreadable' }] }),
    ];
    expect(
      byNeed(needing)
        .slice(0, 5)
        .map(({ pupil: { label } }) => label),
    ).toEqual(['Finn', 'Gro', 'Eva', 'Frida', 'Cecilie']);
  });

  it('says why an answer could not be stored, also for a reason it does not know', () => {
    expect(refusalSentence('self_nomination')).toBe(
      'Et svar kunne ikke lagres: eleven hadde valgt seg selv.',
    );
    expect(refusalSentence('new_code')).toBe('Et svar kunne ikke lagres: det kom noe uventet.');
  });

  it('says how many answers a tablet could not read', () => {
    expect(setAsideSentence(1)).toBe('1 svar på nettbrettet kunne ikke leses.');
  });

  it('says which question a tablet could not show, why, and what to do', () => {
    expect(formFaultSentences([])).toEqual([]);
    expect(
      formFaultSentences([
        { number: null, code: 'unreadable' },
        { number: 4, code: 'no_text' },
      ]),
    ).toEqual([
      'Undersøkelsen lot seg ikke lese.',
      'Spørsmål 4 mangler tekst.',
      'Eleven fikk ikke begynt. Prøv et annet nettbrett, eller meld fra til den som har ansvar for Samhold.',
    ]);
  });

  it('counts only the states somebody is in', () => {
    expect(stateSummary(pupils)).toBe('1 låst etter for mange forsøk · 2 ikke begynt · 1 har svart');
  });
});
