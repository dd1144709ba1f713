import type { MeetingPoint, StaffSession } from '@samhold/contract';
import { casePath, incidentPath, schoolSignalsPath, tasksPath } from '#lib/staff/paths.ts';
import { readsSchoolSignals, receivesIncidents } from '#lib/staff/relations.ts';

type Point = Pick<MeetingPoint, 'kind' | 'subjectId'>;

/** Where one reads more about a point, for whoever has that page; null when there is none. */
export const subjectPath = ({ kind, subjectId }: Point, reader: StaffSession): string | null => {
  if (kind === 'case' && subjectId !== null) return casePath(subjectId);
  if (kind === 'report' && subjectId !== null && receivesIncidents(reader)) return incidentPath(subjectId);
  if (kind === 'signal' && readsSchoolSignals(reader)) return schoolSignalsPath;
  return kind === 'task' ? tasksPath : null;
};
