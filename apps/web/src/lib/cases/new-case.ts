import type { CaseOrigin, OpenCase, PupilPart } from '@samhold/contract';
import { isoDay } from '#lib/format/dates.ts';

export type NewCaseDraft = {
  caseId: string;
  about: 'pupils' | 'class' | 'staff';
  title: string;
  knownOn: string;
  classId: string;
  pupils: { pupilId: string; part: PupilPart }[];
  responsibleId: string;
  participantIds: string[];
  accusedIds: string[];
  from: CaseOrigin;
  what: string;
};

/** What a case is opened from, by the address that leads to its form. */
export type CaseStart = {
  readonly signalId: string | null;
  readonly sittingId: string | null;
  readonly reportId: string | null;
  readonly pupilIds: readonly string[];
  readonly classId: string | null;
  readonly survey: boolean;
  /** About an employee. */
  readonly staff: boolean;
};

export const startFrom = (query: URLSearchParams): CaseStart => ({
  signalId: query.get('signal'),
  sittingId: query.get('wish'),
  reportId: query.get('report'),
  pupilIds: query.getAll('pupil'),
  classId: query.get('class'),
  survey: query.has('survey'),
  staff: query.has('staff'),
});

const originOf = ({ signalId, sittingId, reportId, survey }: CaseStart): CaseOrigin => {
  if (signalId !== null) return 'signal';
  if (sittingId !== null) return 'talk_wish';
  if (reportId !== null) return 'incident';
  return survey ? 'survey' : 'staff';
};

const aboutOf = ({ staff, pupilIds, classId }: CaseStart): NewCaseDraft['about'] => {
  if (staff) return 'staff';
  return pupilIds.length === 0 && classId !== null ? 'class' : 'pupils';
};

export const newDraft = (start: CaseStart): NewCaseDraft => ({
  caseId: crypto.randomUUID(),
  title: start.survey ? 'Lave tall i Elevundersøkelsen' : '',
  ...{ knownOn: isoDay(new Date()), what: '' },
  about: aboutOf(start),
  classId: start.classId ?? '',
  pupils: start.pupilIds.map((pupilId) => ({ pupilId, part: 'concerned' })),
  ...{ responsibleId: '', participantIds: [], accusedIds: [], from: originOf(start) },
});

const short = (text: string): boolean => text.trim().length < 3;

export const newCaseFault = (draft: NewCaseDraft): string | null => {
  if (draft.about === 'class' && draft.classId === '') return 'Velg hvilken klasse saken gjelder.';
  if (draft.about === 'pupils' && !draft.pupils.some(({ part }) => part === 'concerned'))
    return 'Velg minst én elev saken gjelder.';
  if (draft.about === 'staff' && draft.accusedIds.length === 0) return 'Velg hvem mistanken gjelder.';
  if (short(draft.title)) return 'Gi saken en kort overskrift.';
  if (draft.knownOn === '') return 'Skriv når skolen fikk vite om det.';
  return short(draft.what) ? 'Skriv hva skolen vet.' : null;
};

export const openingOf = (draft: NewCaseDraft, start: CaseStart): OpenCase => {
  const {
    caseId,
    about,
    title,
    knownOn,
    classId,
    pupils,
    responsibleId,
    participantIds,
    accusedIds,
    from,
    what,
  } = draft;
  return {
    ...{
      caseId,
      title: title.trim(),
      knownOn,
      serious: false,
      pupils,
      participantIds,
      from,
      what: what.trim(),
    },
    kind: about === 'staff' ? 'staff' : 'environment',
    classId: about === 'class' ? classId : null,
    responsibleId: responsibleId === '' ? null : responsibleId,
    accusedIds: about === 'staff' ? accusedIds : [],
    signalIds: start.signalId === null ? [] : [start.signalId],
    talkWish:
      start.sittingId === null || start.pupilIds[0] === undefined
        ? null
        : { sittingId: start.sittingId, pupilId: start.pupilIds[0] },
    surveyClassId: start.survey ? start.classId : null,
    reportIds: start.reportId === null ? [] : [start.reportId],
  };
};
