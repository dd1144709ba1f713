import { randomUUID } from 'node:crypto';
import type { SignalView } from '@samhold/contract';
import type { SchoolSealer, Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import * as queries from './queries.ts';
import { observedPlace, signalsOfPupil } from './service.ts';

export type SignalForCase = { readonly classId: string; readonly view: SignalView };

/** A signal with its evidence, held until the transaction ends; undefined when there is none. */
export const signalForCase = async (
  tx: Tx,
  sealer: SchoolSealer,
  schoolId: string,
  signalId: string,
): Promise<SignalForCase | undefined> => {
  const found = await queries.lockSignal(tx, schoolId, signalId);
  if (found === undefined) return undefined;
  const { class_id: classId, pupil_id: pupilId } = found;
  const views = await signalsOfPupil(tx, sealer, schoolId, classId, pupilId, [pupilId]);
  const view = views.find((one) => one.signalId === signalId);
  return view === undefined ? undefined : { classId, view };
};

/** Says of a signal that it is followed up in a case, as one more thing that staff recorded of it. */
export const followUpInCase = async (
  tx: Tx,
  sealer: SchoolSealer,
  { schoolId, staffId }: Pick<StaffActor, 'schoolId' | 'staffId'>,
  signalId: string,
  now: Date,
): Promise<void> => {
  const verificationId = randomUUID();
  await queries.insertVerification(tx, {
    ...{ school_id: schoolId, verification_id: verificationId, signal_id: signalId, staff_id: staffId },
    state: 'already_followed_up',
    observed: sealer.seal('Følges opp i en skolemiljøsak.', observedPlace(verificationId)),
    verified_at: now,
  });
  await queries.setState(tx, schoolId, signalId, 'already_followed_up');
};
