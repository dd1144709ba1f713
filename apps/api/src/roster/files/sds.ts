import { joinRoster } from './join-roster.ts';
import type { School } from './own-school.ts';
import type { RosterFile } from './roster-file.ts';
import type { RosterSource } from './roster-source.ts';

/**
 * Reads a roster of Microsoft School Data Sync 2.1, which is OneRoster 1.2 without manifest and class types: roles.csv says
 * who is what at which unit, and a class belongs to a unit by orgSourcedId. relationships.csv is never opened.
 */
export const readSds = (source: RosterSource, school: School, today: string): Promise<RosterFile> =>
  joinRoster(source, 'sds-2.1', school, today);
