import type { RelationKind } from '@samhold/contract';
import type { StaffActor } from '../access/actor.ts';
import { holdsAny } from '../access/policy.ts';
import { mayCarryCase, mayOpenCase, type CasePeople } from '../cases/policy.ts';

/** Whoever carries the case asks; it is never done by the one it is about. */
export const mayAsk = mayCarryCase;

/** Who says yes or no: leadership, or the owner where it is leadership the case is about. */
export const decidingKinds = ({ leadershipAccused }: CasePeople): readonly RelationKind[] =>
  leadershipAccused ? ['owner'] : ['leadership'];

/** Where there are two who can, another than whoever asked. `deciders` are all who can, by staff id. */
export type Decision = 'may' | 'own_request' | 'not_yours';
export const decisionOf = (
  actor: StaffActor,
  people: CasePeople,
  askedBy: string,
  deciders: readonly string[],
): Decision => {
  if (!mayOpenCase(actor, people) || !holdsAny(actor, decidingKinds(people))) return 'not_yours';
  const others = deciders.some((staffId) => staffId !== askedBy);
  return actor.staffId === askedBy && others ? 'own_request' : 'may';
};

/** Who takes part in the case without being the one it is about. */
export const takesPart = ({ staff }: CasePeople, staffId: string): boolean => {
  const own = staff.filter((one) => one.staffId === staffId);
  return own.length > 0 && own.every(({ part }) => part !== 'accused');
};

/** Who lets pupils answer: whoever carries the case, and its readers. */
export const mayHold = (actor: StaffActor, people: CasePeople, readers: readonly string[]): boolean =>
  mayCarryCase(actor, people) || mayReadAnswers(actor, people, readers);

/**
 * Who reads what was answered: the named readers, for as long as they take part in the case. No role reads it, neither
 * leadership's nor the contact teacher's.
 */
export const mayReadAnswers = (actor: StaffActor, people: CasePeople, readers: readonly string[]): boolean =>
  mayOpenCase(actor, people) && takesPart(people, actor.staffId) && readers.includes(actor.staffId);
