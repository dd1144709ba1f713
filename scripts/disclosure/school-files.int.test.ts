import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { bodyOf } from '../../apps/api/src/testing/answering.ts';
import type { Browser } from '../../apps/api/src/testing/browser.ts';
import { loadDemoGrades } from '../../apps/api/src/testing/demo-grades.ts';
import { publishReport } from '../../apps/api/src/testing/published-reports.ts';
import { openTestHouse, type TestHouse } from '../../apps/api/src/testing/test-house.ts';
import { addStaff, type TestSchool } from '../../apps/api/src/testing/test-school.ts';
import type { MakePublication, PublicationList, ReleaseLedger } from '../../packages/contract/src/index.ts';
import { attackCommand } from './attack-command.ts';
import { verifyCommand } from './verify-command.ts';

/** The command a school would use, on its own files. */
const run = (command: typeof verifyCommand, args: readonly string[]): { code: number; said: string } => {
  const lines: string[] = [];
  const write = (line: string): void => {
    lines.push(line);
  };
  const code = command(args, folder, { result: write, note: write });
  return { code, said: lines.join('\n') };
};

let house: TestHouse;
let school: TestSchool;
let leadership: Browser;
let folder: string;
/** By round, the files of its releases in the order they were given out, and the ids. */
const rounds = new Map<
  string,
  { readonly releaseId: string; readonly own: string; readonly read: string }[]
>();

const reports: readonly Partial<MakePublication>[] = [
  { audience: 'gradeTeam', spec: 'classes', grade: 6 },
  { audience: 'staff', spec: 'classes' },
  { audience: 'environmentTeam', spec: 'grades' },
  { audience: 'pupilCouncil', spec: 'grades' },
  { audience: 'parentCouncil', spec: 'grades' },
  { audience: 'board', spec: 'school' },
  { audience: 'owner', spec: 'school' },
  { audience: 'public', spec: 'school' },
];

const save = async (releaseId: string, copy: 'own' | 'readers'): Promise<string> => {
  const answer = await leadership(`/api/v1/releases/${releaseId}/record?copy=${copy}`);
  expect(answer.status).toBe(200);
  const path = join(folder, `${copy}-${releaseId}.json`);
  await writeFile(path, Buffer.from(await answer.arrayBuffer()));
  return path;
};

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  // Of both questionnaires.
  school = await loadDemoGrades(house, [4, 6, 7]);
  await addStaff(house, school, 'head', [{ kind: 'leadership' }]);
  leadership = await house.staffBrowser('head');
  folder = await mkdtemp(join(tmpdir(), 'samhold-releases-'));
  const { rounds: ended } = await bodyOf<PublicationList>(await leadership('/api/v1/publications'));
  expect(ended.map(({ kind }) => kind).sort()).toEqual(['sociogram', 'wellbeing']);
  for (const { roundId } of ended) {
    for (const report of reports)
      await publishReport(house, school, leadership, {
        ...{ publicationId: randomUUID(), title: 'Til kontroll', roundIds: [roundId] },
        ...{ audience: 'staff', spec: 'grades', ...report },
      });
    const ledger = await bodyOf<ReleaseLedger>(await leadership(`/api/v1/rounds/${roundId}/releases`));
    const files = [];
    for (const { releaseId } of ledger.releases)
      files.push({ releaseId, own: await save(releaseId, 'own'), read: await save(releaseId, 'readers') });
    rounds.set(roundId, files);
  }
}, 120_000);
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await house.close();
});

describe(
  'D7: every release of a school, as the programs anybody can run see it',
  { timeout: 120_000 },
  () => {
    test('verify-release finds the promise kept', () => {
      for (const files of rounds.values())
        for (const [at, { own }] of files.entries()) {
          const others = files.filter((_, k) => k !== at).map((file) => file.own);
          const { code, said } = run(verifyCommand, [own, ...others]);
          expect(said).toContain('holder.');
          expect(code).toBe(0);
        }
    });

    test('attack-release, which knows what is true, narrows nothing', () => {
      for (const files of rounds.values()) {
        const truth = files.flatMap((file) => ['--truth', file.own]);
        const { code, said } = run(attackCommand, [...files.map((file) => file.read), ...truth]);
        expect([code, said]).toEqual([0, said]);
      }
    });

    test('attack-release as a reader who knows nothing beside narrows nothing', () => {
      for (const files of rounds.values()) {
        const { said } = run(
          attackCommand,
          files.map((file) => file.read),
        );
        // Whoever supposes an answer that nobody gave can find anything.
        const narrowed = said.split('\n').filter((line) => /^ {4}\S/.test(line) && !/for den som/.test(line));
        expect(narrowed).toEqual([]);
        expect(said).toContain('skjulte tall');
      }
    });

    test('the log has who opened the proof', async () => {
      const [first] = [...rounds.values()].flat();
      const rows = await house.deps.db.inScope(school, (tx) =>
        tx
          .selectFrom('access_log')
          .select(['action', 'subject_kind'])
          .where('school_id', '=', school.schoolId)
          .where('subject_id', '=', first?.releaseId ?? '')
          .execute(),
      );
      expect(rows).toEqual([{ action: 'release-record.read', subject_kind: 'release' }]);
    });
  },
);
