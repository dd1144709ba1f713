import type { IncidentPlace, IncidentTeller, NewIncident, PupilOfSchool } from '@samhold/contract';
import { isoDay } from '#lib/format/dates.ts';

/** As long as a school day: what is older was forgotten, and lies no longer in the window. */
const KEPT_FOR = 8 * 3_600_000;

export type About = 'nobody' | 'named' | 'unnamed' | 'leadership';

export type IncidentDraft = {
  readonly reportId: string;
  readonly startedAt: number;
  toldBy: IncidentTeller;
  happenedOn: string;
  happenedAt: string;
  place: IncidentPlace | '';
  pupils: readonly PupilOfSchool[];
  seen: string;
  done: string;
  physical: 'yes' | 'no' | '';
  about: About;
  staffIds: readonly string[];
};

export const emptyDraft = (now: Date): IncidentDraft => ({
  reportId: crypto.randomUUID(),
  startedAt: now.getTime(),
  toldBy: 'employee',
  happenedOn: isoDay(now),
  happenedAt: '',
  place: '',
  pupils: [],
  seen: '',
  done: '',
  physical: '',
  about: 'nobody',
  staffIds: [],
});

export const isStale = ({ startedAt }: IncidentDraft, now: Date): boolean =>
  now.getTime() - startedAt > KEPT_FOR;

/** What is left to fill in, in the order of the form. */
export const missingIn = (draft: IncidentDraft): readonly string[] => [
  ...(draft.place === '' ? ['hvor det skjedde'] : []),
  ...(draft.seen.trim().length < 3 ? ['hva du så eller fikk høre'] : []),
  ...(draft.done.trim() === '' ? ['hva du gjorde'] : []),
  ...(draft.physical === '' ? ['om noen måtte gripe inn fysisk'] : []),
  ...(draft.about === 'named' && draft.staffIds.length === 0 ? ['hvilken ansatt det gjelder'] : []),
];

/** The draft as it is sent; undefined when something is left to fill in. */
export const toSend = (draft: IncidentDraft): NewIncident | undefined => {
  const { place, about } = draft;
  if (place === '' || missingIn(draft).length > 0) return undefined;
  return {
    reportId: draft.reportId,
    toldBy: draft.toldBy,
    happenedOn: draft.happenedOn,
    happenedAt: draft.happenedAt === '' ? null : draft.happenedAt.slice(0, 5),
    place,
    pupilIds: draft.pupils.map(({ pupilId }) => pupilId),
    seen: draft.seen.trim(),
    done: draft.done.trim(),
    physical: draft.physical === 'yes',
    aboutStaff:
      about === 'nobody'
        ? null
        : { staffIds: about === 'named' ? [...draft.staffIds] : [], leadership: about === 'leadership' },
  };
};
