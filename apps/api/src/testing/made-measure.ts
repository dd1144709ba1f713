import type { NewMeasure } from '@samhold/contract';

/** Learning partners for a whole class, from a day in the autumn. */
export const madeMeasure = (measureId: string, changes: Partial<NewMeasure> = {}): NewMeasure => ({
  ...{ measureId, kind: 'learning_partners', what: 'Nye læringspartnere hver uke.', arrangementId: null },
  ...{ fromOn: '2026-10-12', toOn: null, pupilIds: [] },
  ...changes,
});
