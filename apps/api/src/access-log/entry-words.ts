import type { LoggedAction, RelationKind } from '@samhold/contract';
import type { EntryRow } from './queries.ts';

/** Whoever asked for these says why by one of some reasons, which stands last in the purpose. */
const withReason: ReadonlySet<string> = new Set(['signal.opened', 'case-effect.read', 'wellbeing.opened']);

export const reasonOf = ({ action, purpose }: Pick<EntryRow, 'action' | 'purpose'>): string | null =>
  withReason.has(action) ? (purpose.split(': ')[1] ?? null) : null;

/** What the person was when it happened; each once. */
export const rolesOf = ({ role }: Pick<EntryRow, 'role'>): RelationKind[] =>
  // Written from relations by the log alone.
  [...new Set(role.split(',').filter(Boolean))] as RelationKind[];

/** Written by the log alone, from the list of actions. */
export const actionOf = ({ action }: Pick<EntryRow, 'action'>): LoggedAction => action as LoggedAction;
