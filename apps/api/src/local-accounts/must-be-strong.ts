import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { staffName } from '../roster/names.ts';
import { schoolName } from '../school/service.ts';

type Whose = { readonly schoolId: string; readonly staffId: string; readonly accountName?: string };

/** Throws `password_weak` with why. Names of the school, the person and the account are as easy to guess as what everybody takes. */
export const mustBeStrong = async (
  deps: Dependencies,
  { schoolId, staffId, accountName = '' }: Whose,
  password: string,
): Promise<void> => {
  const known = await deps.db.inScope({ schoolId }, async (tx, sealer) => [
    accountName,
    await schoolName(tx, schoolId),
    await staffName(tx, await sealer(), schoolId, staffId),
  ]);
  // Read when it is needed: its lists fill the memory of a server that nobody sets a password at.
  const { passwordFault } = await import('./password-rules.ts');
  const fault = passwordFault(password, known);
  if (fault !== undefined) throw new AppError('password_weak', [fault]);
};
