import type { ProblemCode } from '@samhold/contract';
import { AppError } from '../../errors.ts';

/**
 * What a sitting answers, else what an investigation does: tablets come to both by the same addresses, and nothing but the
 * answer tells which. The refusal of the sitting stands when there is neither.
 */
export const orInvestigation = async <T>(
  sitting: Promise<T>,
  absent: ProblemCode,
  investigation: () => Promise<T | undefined>,
): Promise<T> => {
  try {
    return await sitting;
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== absent) throw error;
    const found = await investigation();
    if (found === undefined) throw error;
    return found;
  }
};
