import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beginClosing, undoClosing } from '../../apps/api/src/schools/begin-closing.ts';
import { deleteSchool, tablesOfSchools } from '../../apps/api/src/schools/delete-school.ts';
import { handOverSchool } from '../../apps/api/src/schools/hand-over.ts';
import { ClosingRefused, schoolNumbered, type OperatorDeps } from '../../apps/api/src/schools/operator.ts';
import { planClosing } from '../../apps/api/src/schools/plan-closing.ts';
import { keepReceipt } from '../../apps/api/src/schools/receipt-files.ts';
import { storedReceipts } from '../../apps/api/src/schools/stored-receipts.ts';
import { writtenDay } from '../../apps/api/src/calendar-days.ts';
import { keyringOf } from '../../apps/api/src/secrets.ts';
import { openDatabase, tablesInOrder, type TableName } from '../../packages/db/src/index.ts';
import type { Output } from '../backup/output.ts';
import { WrongUse } from '../roster/arguments.ts';
import { withServer, type Places } from '../roster/with-database.ts';
import { startDatabase } from '../start/database.ts';
import { handOverLines, planLines, receiptLines, refusal } from './close-sentences.ts';
import { help, readCloseWish, type CloseWish } from './close-wish.ts';

const REFUSED = 1;
const WRONG_USE = 2;

type Opened = {
  readonly deps: OperatorDeps;
  /** The same by the login that owns the tables: it alone deletes. */
  readonly owning: OperatorDeps;
  readonly tables: readonly TableName[];
  readonly receipts: string;
};

const withSchools = <T>(places: Places, work: (opened: Opened) => Promise<T>): Promise<T> =>
  withServer(places, startDatabase, async ({ started, secrets, data }) => {
    const keyring = keyringOf(secrets);
    const [db, ownDb] = [
      openDatabase(started.serveUrl, keyring, 2),
      openDatabase(started.migrationUrl, keyring, 1),
    ];
    const now = (): Date => new Date();
    const receipts = join(data, 'closed-schools');
    try {
      // Of a deletion that was committed and killed before it could say so.
      for (const receipt of await storedReceipts(db)) keepReceipt(receipts, receipt);
      return await work({
        deps: { db, keyring, now },
        owning: { db: ownDb, keyring, now },
        tables: tablesOfSchools(await tablesInOrder(started.migrationUrl)),
        receipts,
      });
    } finally {
      await Promise.all([db.close(), ownDb.close()]);
    }
  });

type StepOf<S extends CloseWish['step']> = Extract<CloseWish, { readonly step: S }>;

const exportTo = async (
  { deps }: Opened,
  schoolId: string,
  { school, to, recipient }: StepOf<'export'>,
): Promise<readonly string[]> => {
  mkdirSync(to, { recursive: true, mode: 0o700 });
  const moment = deps.now().toISOString().slice(0, 19).replaceAll(/[-:]/g, '');
  const file = join(to, `overlevering-${school}-${moment}Z.tar.gz.age`);
  return handOverSchool(deps, schoolId, { file, recipient })
    .then((made) => handOverLines(file, made))
    .catch((error: unknown) => {
      rmSync(file, { force: true });
      throw error;
    });
};

const carryOut = async (
  opened: Opened,
  wish: Exclude<CloseWish, { readonly step: 'help' }>,
): Promise<readonly string[]> => {
  const { deps, owning, tables, receipts } = opened;
  if (wish.step === 'receipts') {
    const stored = await storedReceipts(deps.db);
    return stored.length === 0 ? ['Ingen skole er slettet her.'] : stored.flatMap(receiptLines);
  }
  const schoolId = await schoolNumbered(deps, wish.school);
  switch (wish.step) {
    case 'show':
      return planLines(await planClosing(deps, schoolId, tables));
    case 'begin': {
      const day = await beginClosing(deps, schoolId, wish.orderedBy);
      return [
        `Skolen er stengt. Ledelsen kan lese. Den kan slettes fra ${writtenDay(day)}, og kan åpnes igjen med undo til da.`,
      ];
    }
    case 'undo':
      await undoClosing(deps, schoolId);
      return ['Skolen er åpen igjen slik den var.'];
    case 'export':
      return exportTo(opened, schoolId, wish);
    case 'delete': {
      const receipt = await deleteSchool(owning, schoolId, tables, wish);
      return [...receiptLines(receipt), `Kvitteringen ligger i ${keepReceipt(receipts, receipt)}`];
    }
  }
};

/** Takes one step in closing a school and says what came of it. Returns the exit code. */
export const closeSchoolCommand = async (
  args: readonly string[],
  places: Places,
  folder: string,
  output: Output,
): Promise<number> => {
  try {
    const wish = readCloseWish(args, folder);
    const lines =
      wish.step === 'help' ? [help] : await withSchools(places, (opened) => carryOut(opened, wish));
    output.result(lines.join('\n'));
    return 0;
  } catch (error) {
    if (error instanceof WrongUse) {
      output.note(`${error.message} Se npm run -s close-school -- --help.`);
      return WRONG_USE;
    }
    const text = error instanceof Error ? error.message : String(error);
    output.note(`Ingenting er gjort. ${error instanceof ClosingRefused ? refusal(error) : text}`);
    return REFUSED;
  }
};
