import type { FollowUpStep } from '@samhold/contract';
import type { StaffActor } from '../access/actor.ts';
import { holdsAny, mayReadNamedResults } from '../access/policy.ts';
import { stepsOf } from './step-states.ts';

type Unit = { readonly classId: string | null; readonly step: FollowUpStep };

/** Leadership and the social teacher follow up the whole school. */
const followsSchool = (actor: StaffActor): boolean => holdsAny(actor, ['leadership', 'social_teacher']);

/** A contact teacher sees what is done in the own class. */
export const mayReadClass = (actor: StaffActor, classId: string): boolean =>
  followsSchool(actor) || mayReadNamedResults(actor, classId);

/** A contact teacher records what is done in the own class; taking out reports is for leadership. */
export const mayRecord = (actor: StaffActor, { classId, step }: Unit): boolean =>
  followsSchool(actor) || (classId !== null && step !== 'reports' && mayReadNamedResults(actor, classId));

export const isStepOf = ({ classId, step }: Unit): boolean =>
  stepsOf(classId === null ? 'grade' : 'class').includes(step);

/** The own class as it is, other classes without hidden pupils, and no names for leadership alone. */
export const howSignalsAreSeen = (actor: StaffActor, classId: string): 'whole' | 'named' | 'unnamed' => {
  if (mayReadNamedResults(actor, classId)) return 'whole';
  return holdsAny(actor, ['social_teacher']) ? 'named' : 'unnamed';
};
