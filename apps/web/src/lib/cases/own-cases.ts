import type { CaseRow } from '@samhold/contract';
import { readCases } from './calls.ts';

/** The running cases whoever reads takes part in; on one pupil when given. */
export const ownCases = async (pupilId?: string): Promise<readonly CaseRow[]> =>
  (await readCases()).cases.filter(
    ({ takesPart, urgency, pupils }) =>
      takesPart &&
      urgency !== 'done' &&
      (pupilId === undefined || pupils.some((one) => one.pupilId === pupilId)),
  );
