import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openInstallation, organisationNumber, runNode, type Installation } from './installation.fixture.ts';

const school = ['--school', organisationNumber];
const header = 'klasse,trinn,fornavn,etternavn,id\n';
const pupils = (...numbers: readonly number[]) =>
  header + numbers.map((number) => `5A,5,Elev,Navnesen,p${number}\n`).join('');
const write = (name: string, content: string): void => writeFileSync(join(installation.files, name), content);

let installation: Installation;
beforeAll(async () => {
  installation = await openInstallation();
});
afterAll(() => installation.remove());

/** Everything the command may touch. */
const everything = () =>
  installation.db.inScope(installation, async (tx) => {
    const rows = [];
    for (const table of ['class', 'class_membership', 'sealed_person', 'pupil', 'relation'] as const)
      rows.push(
        await tx.selectFrom(table).selectAll().where('school_id', '=', installation.schoolId).execute(),
      );
    return rows.map((table) => table.map((row) => JSON.stringify(row)).sort());
  });

const listed = async (): Promise<number> => {
  const memberships = await installation.db.inScope(installation, (tx) =>
    tx
      .selectFrom('class_membership')
      .select('pupil_id')
      .where('school_id', '=', installation.schoolId)
      .where('to_on', 'is', null)
      .execute(),
  );
  return memberships.length;
};

const count = (out: string, name: string): number =>
  Number(new RegExp(`^ +(\\d+) +${name}$`, 'm').exec(out)?.[1]);

describe('the roster command', () => {
  test('tells how it is used', async () => {
    const { code, out, fault } = await runNode(['scripts/import-roster.ts', '--help']);
    expect([code, fault]).toEqual([0, '']);
    for (const word of ['npm run -s roster', '--school', '--apply', '--confirm-leaving', '--help'])
      expect(out).toContain(word);
  });

  test('written wrong ends with 2 and one line', async () => {
    const { code, out, fault } = await runNode(['scripts/import-roster.ts', 'elever.csv']);
    expect([code, out]).toEqual([2, '']);
    expect(fault).toBe('Skolen mangler: --school <organisasjonsnummer>. Se npm run -s roster -- --help.\n');
  });

  test('beside the running product shows what a file leads to, changes it when told to, and finds no change after', async () => {
    write('elever.csv', pupils(1, 2, 3, 4, 5));
    const before = await everything();
    const shown = await installation.roster(['elever.csv', ...school]);
    expect([shown.code, shown.fault]).toEqual([0, '']);
    expect([count(shown.out, 'Nye'), count(shown.out, 'Som før')]).toEqual([1, 4]);
    expect(shown.out).toContain('Ingenting er endret.');
    expect(await everything()).toEqual(before);

    const noted = new Set<string>();
    const applied = await installation.roster(['elever.csv', ...school, '--apply'], (child) => {
      // While it works, the product may be stopped and must leave the database up.
      const watch = setInterval(() => installation.othersRunning().forEach((pid) => noted.add(pid)), 10);
      child.once('exit', () => clearInterval(watch));
    });
    expect(noted.size).toBe(1);
    expect([applied.code, applied.fault, await listed()]).toEqual([0, '', 5]);
    const after = await everything();
    const again = await installation.roster(['elever.csv', ...school, '--apply']);
    expect([again.code, count(again.out, 'Nye'), count(again.out, 'Som før')]).toEqual([0, 0, 5]);
    expect(await everything()).toEqual(after);

    expect(`${shown.out}${applied.out}${again.out}`).not.toMatch(/Navnesen|Elev /);
    expect([installation.databaseRuns(), installation.othersRunning()]).toEqual([true, []]);
  });

  test('asks twice before more than a fifth leave, and loses nothing meanwhile', async () => {
    write('halve.csv', pupils(1, 2, 3));
    const before = await everything();
    const refused = await installation.roster(['halve.csv', ...school, '--apply']);
    expect([refused.code, count(refused.out, 'Slutter')]).toEqual([1, 2]);
    expect(refused.fault).toContain('--confirm-leaving');
    expect(await everything()).toEqual(before);
    const { code } = await installation.roster(['halve.csv', ...school, '--apply', '--confirm-leaving']);
    expect([code, await listed()]).toEqual([0, 3]);
  });

  test('ends with 1 and one line for what cannot be read, with nothing from the file in it', async () => {
    write('fnr.csv', `${header}5A,5,Elev,01010112345,p1\n`);
    write('ukjent.csv', 'Gr;Navn\n5A;Elev Navnesen\n');
    write('tom.csv', '');
    const before = await everything();
    const faults: readonly (readonly [readonly string[], string])[] = [
      [['borte.csv', ...school], 'Fant ikke filen eller mappen.'],
      [['tom.csv', ...school], 'tom.csv: Filen er tom.'],
      [['fnr.csv', ...school], 'fødselsnummer'],
      [['ukjent.csv', ...school], 'Kolonnene i ukjent.csv er ikke kjent.'],
      [['fnr.csv', '--school', '974760673'], 'Fant ingen skole med organisasjonsnummer 974760673.'],
    ];
    const outcomes = await Promise.all(faults.map(([args]) => installation.roster([...args, '--apply'])));
    for (const [at, { code, out, fault }] of outcomes.entries()) {
      expect([code, out]).toEqual([1, '']);
      expect(fault).toContain(faults[at]?.[1]);
      expect(fault.trimEnd().split('\n')).toHaveLength(1);
      expect(fault).not.toMatch(/Navnesen|0101/);
    }
    expect(await everything()).toEqual(before);
  });

  test('alone starts the database and stops it again, also when it is told to end', async () => {
    await installation.stopProduct();
    expect(installation.databaseRuns()).toBe(false);
    const { code, out } = await installation.roster(['halve.csv', ...school]);
    expect([code, count(out, 'Som før')]).toEqual([0, 3]);
    expect([installation.databaseRuns(), installation.othersRunning()]).toEqual([false, []]);

    const interrupted = await installation.roster(['halve.csv', ...school], (child) => {
      const watch = setInterval(() => {
        if (!installation.databaseRuns()) return;
        clearInterval(watch);
        child.kill('SIGTERM');
      }, 10);
      child.once('exit', () => clearInterval(watch));
    });
    expect(interrupted).toEqual({ code: 130, out: '', fault: '' });
    expect([installation.databaseRuns(), installation.othersRunning()]).toEqual([false, []]);
  });
});
