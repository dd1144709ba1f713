import type { StaffActor } from '../access/actor.ts';
import { AppError } from '../errors.ts';

const MINUTES = 10;

/** What is asked for may not be done from a session somebody left open: the person has proved anew, just now, who it is. */
export const requireProof = ({ provedAt }: Pick<StaffActor, 'provedAt'>, now: Date): void => {
  if (provedAt === undefined || now.getTime() - provedAt.getTime() > MINUTES * 60_000)
    throw new AppError('sign_in_again');
};
