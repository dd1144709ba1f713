import type { OwnSchool } from './own-school.ts';
import { readTable } from './read-table.ts';
import type { Rejections } from './rejections.ts';
import { reasons } from './rejection-reasons.ts';
import { isRole } from './roles.ts';
import type { SourceFile } from './roster-source.ts';
import { isActive, isOver } from './row-status.ts';

/** What a person is at the school. */
export type RolesAtSchool = { readonly roles: readonly string[]; readonly grades: string };

export type OwnRoles = {
  readonly of: ReadonlyMap<string, RolesAtSchool>;
  /** Pupils whose first school is another one. */
  readonly pupilsElsewhere: number;
};

const columns = {
  user: { names: ['userSourcedId'], required: true },
  status: { names: ['status'] },
  org: { names: ['orgSourcedId'], required: true },
  role: { names: ['role'], required: true },
  /** roleType is primary or secondary in OneRoster; isPrimary is TRUE or FALSE in SDS. */
  primary: { names: ['roleType', 'isPrimary'] },
  grades: { names: ['grade', 'grades'], list: true },
  end: { names: ['endDate', 'roleEndDate'] },
} as const;

/** Reads roles.csv of OneRoster 1.2 and SDS 2.1: who is what at the school today. */
export const readOwnRoles = async (
  file: SourceFile,
  own: OwnSchool,
  today: string,
  rejections: Rejections,
): Promise<OwnRoles> => {
  const found = new Map<string, RolesAtSchool>();
  let pupilsElsewhere = 0;
  await readTable(file, columns, rejections, (values, row) => {
    const role = values.role.toLowerCase();
    if (!own.has(values.org)) {
      const isFirst = !/^(secondary|false)$/i.test(values.primary);
      const counts = role === 'student' && isFirst && isOver(values.end, today) !== true;
      if (counts && /^(active)?$/i.test(values.status)) pupilsElsewhere += 1;
      return;
    }
    if (!isActive(values.status, file.name, row, rejections)) return;
    if (values.user === '') return rejections.add(file.name, row, reasons.valueMissing);
    if (!isRole(role)) return rejections.add(file.name, row, reasons.unknownRole);
    const over = isOver(values.end, today);
    if (over === undefined) return rejections.add(file.name, row, reasons.dateUnreadable);
    if (over) return;
    const known = found.get(values.user);
    found.set(values.user, {
      roles: [...(known?.roles ?? []), role],
      grades: role === 'student' && values.grades !== '' ? values.grades : (known?.grades ?? ''),
    });
  });
  return { of: found, pupilsElsewhere };
};
