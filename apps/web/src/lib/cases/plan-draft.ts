import type { CaseChoices, CasePlan, CaseView, MeasureLevel } from '@samhold/contract';

export type MeasureDraft = {
  measureId: string;
  what: string;
  level: MeasureLevel | '';
  classId: string;
  responsibleId: string;
  fromOn: string;
  toOn: string;
};

export type ViewDraft = { pupilId: string | null; child: string; guardians: string; bestInterest: string };

export type PlanDraft = {
  problem: string;
  measures: MeasureDraft[];
  evaluateOn: string[];
  views: ViewDraft[];
};

export const emptyMeasure = (): MeasureDraft => ({
  ...{
    measureId: crypto.randomUUID(),
    what: '',
    level: '',
    classId: '',
    responsibleId: '',
    fromOn: '',
    toOn: '',
  },
});

/** Whom a plan, an evaluation or the closing says something of: each pupil it concerns, or the class. */
export const concernedIn = (view: CaseView): readonly { pupilId: string | null; label: string }[] => {
  const pupils = view.pupils.filter(({ part, removed }) => part === 'concerned' && !removed);
  return pupils.length === 0 ? [{ pupilId: null, label: view.className ?? 'Klassen' }] : pupils;
};

export const currentPlan = (view: CaseView): CasePlan | null => {
  const content = view.entries.findLast(({ kind }) => kind === 'plan')?.content;
  return content?.kind === 'plan' ? content : null;
};

/** A new version goes on from the one that holds; the first begins empty. Dates for evaluating are set anew. */
export const planStart = (view: CaseView): PlanDraft => {
  const before = currentPlan(view);
  return {
    problem: before?.problem ?? '',
    measures: before?.measures.map((one) => ({ ...one, classId: one.classId ?? '' })) ?? [emptyMeasure()],
    evaluateOn: [''],
    views: concernedIn(view).map(
      ({ pupilId }) =>
        before?.views.find((one) => one.pupilId === pupilId) ?? {
          ...{ pupilId, child: '', guardians: '', bestInterest: '' },
        },
    ),
  };
};

const short = (text: string): boolean => text.trim().length < 3;

/** What § 12-4 asks for and is not there, in the order of the form. */
export const planFault = (
  draft: PlanDraft,
  staff: CaseChoices['staff'],
  occurredOn: string,
): string | null => {
  if (short(draft.problem)) return 'Skriv hvilket problem tiltakene skal løse.';
  for (const [at, measure] of draft.measures.entries()) {
    const place = `Tiltak ${at + 1}`;
    if (short(measure.what)) return `${place}: skriv hva tiltaket er.`;
    if (measure.level === '') return `${place}: velg om det gjelder eleven, klassen eller skolen.`;
    if (!staff.some(({ staffId }) => staffId === measure.responsibleId))
      return `${place}: velg hvem som er ansvarlig. Det må være en som arbeider på skolen nå.`;
    if (measure.fromOn === '' || measure.toOn === '')
      return `${place}: skriv når det gjennomføres, fra og til.`;
    if (measure.toOn < measure.fromOn) return `${place}: sluttdatoen er før startdatoen.`;
  }
  const days = draft.evaluateOn.filter((day) => day !== '');
  if (days.length === 0) return 'Skriv når tiltakene skal evalueres. En plan må ha minst én dato for det.';
  if (days.some((day) => day < occurredOn)) return 'Tiltakene kan ikke evalueres før planen er laget.';
  for (const view of draft.views) {
    if (short(view.child)) return 'Skriv hva eleven selv mener.';
    if (short(view.guardians)) return 'Skriv hva foresatte mener, eller at de ikke har uttalt seg.';
    if (short(view.bestInterest)) return 'Skriv hvorfor tiltakene er til barnets beste.';
  }
  return null;
};

export const planContent = (draft: PlanDraft): CasePlan => ({
  kind: 'plan',
  problem: draft.problem.trim(),
  measures: draft.measures.map(({ level, classId, ...one }) => ({
    ...one,
    what: one.what.trim(),
    level: level === '' ? 'pupil' : level,
    classId: level === 'class' && classId !== '' ? classId : null,
  })),
  evaluateOn: draft.evaluateOn.filter((day) => day !== ''),
  views: draft.views,
});
