import type { CaseEntry, CaseEntryContent, CaseView } from '@samhold/contract';

const id = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

export const party = id(1);
export const otherPupil = id(2);
export const teacher = id(3);
const measureId = id(4);

/** One entry of each kind, with `write(place)` wherever staff write freely. */
export const everyContent = (write: (place: string) => string): readonly CaseEntryContent[] => [
  {
    kind: 'opened',
    from: 'guardian',
    what: write('opened'),
    evidence: [{ title: write('evidence title'), sentences: [write('evidence one'), write('evidence two')] }],
  },
  { kind: 'stepped_in', who: write('stepped who'), what: write('stepped what') },
  { kind: 'no_need_to_step_in', why: write('no need') },
  { kind: 'principal_told', who: write('principal who'), how: write('principal how'), serious: true },
  { kind: 'owner_told', who: write('owner who'), how: write('owner how') },
  {
    kind: 'immediate_measures',
    chosen: ['more_supervision', 'other_seats'],
    own: write('own measures'),
    why: write('why none'),
  },
  {
    kind: 'investigation_started',
    talks: [{ who: write('talk who'), withWhom: write('talk with'), untilOn: '2026-11-30' }],
    what: write('investigate what'),
  },
  { kind: 'pupil_heard', who: write('heard who'), words: write('heard words') },
  { kind: 'information_checked', what: write('checked what'), how: write('checked how') },
  { kind: 'investigation_concluded', found: write('found'), safe: false },
  {
    kind: 'plan',
    problem: write('problem'),
    measures: [
      {
        measureId,
        what: write('measure'),
        level: 'class',
        classId: null,
        responsibleId: teacher,
        fromOn: '2026-12-01',
        toOn: '2026-12-18',
      },
    ],
    evaluateOn: ['2026-12-18'],
    views: [
      { pupilId: party, child: write('child'), guardians: write('guardians'), bestInterest: write('best') },
    ],
  },
  { kind: 'measure_followed', measureId, what: write('followed') },
  {
    kind: 'evaluation',
    present: ['pupil', 'guardians'],
    absent: write('absent'),
    effects: [{ measureId, effect: 'partly', next: 'go_on', comment: write('effect') }],
    pupilViews: [{ pupilId: party, words: write('pupil view') }],
    guardians: write('guardians view'),
    conclusion: write('conclusion'),
    nextOn: null,
  },
  { kind: 'closed', words: [{ pupilId: party, words: write('closing words') }], why: write('closing why') },
  { kind: 'ended', reason: 'moved', why: write('ended') },
  { kind: 'reopened', why: write('reopened') },
  { kind: 'view', whose: 'guardian', words: write('view') },
  { kind: 'correction', text: write('correction') },
];

/** What only the archive reads. */
export const housekeepingContent = (write: (place: string) => string): readonly CaseEntryContent[] => [
  { kind: 'note', text: write('note') },
  { kind: 'merged', into: id(9), why: write('merged') },
  { kind: 'taken_in', caseId: id(9), why: write('taken in') },
  {
    kind: 'split',
    newCaseId: id(9),
    title: write('split title'),
    pupilIds: [otherPupil],
    why: write('split'),
  },
  { kind: 'pupil_added', part: 'involved', why: write('added') },
  { kind: 'pupil_removed', why: write('removed') },
  { kind: 'staff_added', staffId: teacher, part: 'participant', why: write('staff added') },
  { kind: 'staff_removed', staffId: teacher, why: write('staff removed') },
];

const personal: ReadonlySet<string> = new Set(['pupil_heard', 'view', 'pupil_added', 'pupil_removed']);

export const entriesFrom = (
  contents: readonly CaseEntryContent[],
  about: string = party,
): readonly CaseEntry[] =>
  contents.map((content, at) => ({
    number: at + 1,
    entryId: id(100 + at),
    kind: content.kind,
    pupilId: personal.has(content.kind) ? about : null,
    occurredOn: '2026-11-20',
    recordedAt: '2026-11-20T10:00:00.000Z',
    by: 'Kari Lærer',
    own: true,
    corrects: content.kind === 'correction' ? at : null,
    content,
  }));

export const madeCase = (entries: readonly CaseEntry[]): CaseView => ({
  caseId: id(50),
  reference: 'K7F3Q',
  kind: 'environment',
  title: 'Alene i friminuttene',
  stage: 'closed',
  serious: true,
  className: '5A',
  classId: null,
  knownOn: '2026-11-20',
  counter: { days: 3, norm: 5, stoppedOn: null },
  evaluateOn: null,
  urgency: 'done',
  openedAt: '2026-11-20T10:00:00.000Z',
  openedBy: 'Kari Lærer',
  revision: 1,
  carries: true,
  pupils: [
    {
      pupilId: party,
      label: 'Emma Solheim',
      className: '5A',
      part: 'concerned',
      removed: false,
      moved: false,
    },
    {
      ...{ pupilId: otherPupil, label: 'Mathilde Nordsletten', className: '5A', part: 'involved' },
      ...{ removed: false, moved: false },
    },
  ],
  staff: [{ staffId: teacher, name: 'Kari Lærer', part: 'responsible', active: true }],
  names: { [teacher]: 'Kari Lærer' },
  left: [],
  mergedInto: null,
  splitFrom: null,
  others: [],
  duties: [],
  steps: [],
  entries: [...entries],
  brokenAt: null,
});
