import type { Tx } from '@samhold/db';
import { restrictedPupils } from '../rights/restricted.ts';
import { readSittingAnswers, type SittingAnswers } from './sitting-answers.ts';

/** The answers of a sitting as staff may see them: of a pupil whose records are restricted nothing, neither given nor received. */
export const readShownAnswers = async (
  tx: Tx,
  schoolId: string,
  sittingId: string,
): Promise<SittingAnswers> => {
  const answers = await readSittingAnswers(tx, schoolId, sittingId);
  const restricted = await restrictedPupils(tx, schoolId);
  if (restricted.size === 0) return answers;
  return {
    ...answers,
    pupils: answers.pupils.map((one) => (restricted.has(one.pupilId) ? { ...one, answers: null } : one)),
    choices: answers.choices.filter(({ from, to }) => !restricted.has(from) && !restricted.has(to)),
  };
};
