import { AppError } from '../../errors.ts';

/** A roster that cannot be read as a whole, with a sentence on why and on what to do; never with a value from it. */
export const refused = (sentence: string, file?: { readonly name: string }): AppError =>
  new AppError('roster_rejected', [file === undefined ? sentence : `${file.name}: ${sentence}`]);
