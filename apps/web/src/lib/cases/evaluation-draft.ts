import type { CaseView, PlanMeasure } from '@samhold/contract';
import { currentPlan } from './plan-draft.ts';

/** The measures of the plan that holds, without those ended since. */
export const measuresToRate = (view: CaseView): readonly PlanMeasure[] => {
  const plan = view.entries.findLast(({ kind }) => kind === 'plan');
  const ended = new Set(
    view.entries.flatMap(({ number, content }) =>
      content?.kind === 'evaluation' && number > (plan?.number ?? 0)
        ? content.effects.filter(({ next }) => next === 'end').map(({ measureId }) => measureId)
        : [],
    ),
  );
  return (currentPlan(view)?.measures ?? []).filter(({ measureId }) => !ended.has(measureId));
};

type Draft = {
  readonly present: readonly string[];
  readonly absent: string;
  readonly effects: readonly { readonly effect: string; readonly next: string }[];
  readonly pupilViews: readonly { readonly words: string }[];
  readonly guardians: string;
  readonly conclusion: string;
  readonly nextOn: string;
  readonly occurredOn: string;
};

const short = (text: string): boolean => text.trim().length < 3;

export const evaluationFault = (draft: Draft): string | null => {
  const { present, absent, effects, pupilViews, guardians, conclusion, nextOn, occurredOn } = draft;
  if (present.length === 0) return 'Velg hvem som var med.';
  if ((!present.includes('pupil') || !present.includes('guardians')) && short(absent))
    return 'Skriv hvorfor eleven eller foresatte ikke var med.';
  const at = effects.findIndex(({ effect, next }) => effect === '' || next === '');
  if (at >= 0) return `Velg om tiltak ${at + 1} virker, og hva som skjer med det.`;
  if (pupilViews.some(({ words }) => short(words))) return 'Skriv hva eleven sier, med elevens egne ord.';
  if (short(guardians)) return 'Skriv hva foresatte sier, eller at de ikke har uttalt seg.';
  if (short(conclusion)) return 'Skriv hva dere kom frem til.';
  if (nextOn === '' && effects.some(({ next }) => next !== 'end'))
    return 'Skriv når tiltakene som fortsetter, skal evalueres igjen.';
  return nextOn !== '' && nextOn < occurredOn ? 'Neste evaluering kan ikke være før denne.' : null;
};
