import { describeNetwork, type ClassFigures } from '@samhold/analysis';
import type { Tx } from '@samhold/db';
import type { CriterionNetwork } from '../responses/sitting-answers.ts';

/** Describes each criterion's network and stores it in two parts: what speaks of the class, and what speaks of pupils. */
export const storeDescriptions = async (
  tx: Tx,
  schoolId: string,
  sittingId: string,
  networks: readonly CriterionNetwork[],
): Promise<void> => {
  for (const table of ['network_pupils', 'network_description'] as const) {
    await tx
      .deleteFrom(table)
      .where('school_id', '=', schoolId)
      .where('sitting_id', '=', sittingId)
      .execute();
  }
  if (networks.length === 0) return;
  const described = networks.map(({ criterionId, network }) => ({
    key: { school_id: schoolId, sitting_id: sittingId, criterion_id: criterionId },
    description: describeNetwork(network),
  }));
  await tx
    .insertInto('network_description')
    .values(
      described.map(({ key, description }) => ({
        ...key,
        version: description.version,
        class_figures: JSON.stringify(description.class),
      })),
    )
    .execute();
  await tx
    .insertInto('network_pupils')
    .values(
      described.map(({ key, description }) => ({
        ...key,
        pupils: JSON.stringify(description.pupils),
        ties: JSON.stringify(description.ties),
      })),
    )
    .execute();
};

export const readClassFigures = async (tx: Tx, schoolId: string, sittingIds: readonly string[]) => {
  if (sittingIds.length === 0) return [];
  const rows = await tx
    .selectFrom('network_description')
    .select(['sitting_id', 'criterion_id', 'class_figures'])
    .where('school_id', '=', schoolId)
    .where('sitting_id', 'in', sittingIds)
    .execute();
  return rows.map((row) => ({
    sittingId: row.sitting_id,
    criterionId: row.criterion_id,
    // Written by storeDescriptions only.
    figures: row.class_figures as unknown as ClassFigures,
  }));
};
