import type { MeetingPoint } from '@samhold/contract';
import { casePath, tasksPath } from '#lib/staff/paths.ts';

/** Where one reads more about a point, for whoever has that page; null when there is none. */
export const subjectPath = ({ kind, subjectId }: Pick<MeetingPoint, 'kind' | 'subjectId'>): string | null => {
  if (kind === 'case' && subjectId !== null) return casePath(subjectId);
  return kind === 'task' ? tasksPath : null;
};
