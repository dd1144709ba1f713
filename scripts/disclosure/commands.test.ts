import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { attackCommand } from './attack-command.ts';
import { audited } from './audit.fixture.ts';
import { cubeOf, documentOf, fileOf, itemOf } from './made-release.fixture.ts';
import { hashOf } from './read-release-file.ts';
import type { ReleaseFile } from './release-file.ts';
import { verifyCommand } from './verify-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'samhold-release-'));
afterAll(() => rmSync(folder, { recursive: true }));

type Run = { readonly code: number; readonly out: string; readonly faults: string };
const run = (command: typeof attackCommand, ...args: readonly string[]): Run => {
  const [out, faults]: [string[], string[]] = [[], []];
  const code = command(args, folder, { result: (line) => out.push(line), note: (line) => faults.push(line) });
  return { code, out: out.join('\n'), faults: faults.join('\n') };
};
const write = (name: string, content: object | string | Uint8Array): void =>
  writeFileSync(
    join(folder, name),
    typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content),
  );

const cube = cubeOf({
  '4A': { grade: 4, size: 11, counts: [6, 4, 1] },
  '4B': { grade: 4, size: 12, counts: [5, 4, 3] },
  '5A': { grade: 5, size: 13, counts: [8, 3, 2] },
  '5B': { grade: 5, size: 14, counts: [6, 5, 3] },
});
const safe = documentOf('round-1', [itemOf(cube, { hide: (group) => group !== 'school' })]);
write('safe.json', audited(fileOf(safe), [cube]));
write('readers.json', fileOf(safe));
const grades = documentOf('round-1', [itemOf(cube, { levels: ['grade'], hide: () => false })]);
write('grades.json', fileOf(grades, { releaseId: 'release-2' }));
const classes = documentOf('round-1', [
  itemOf(cube, { levels: ['class'], hide: (group) => group === '4A' || group === '5A' }),
]);
write('classes.json', fileOf(classes, { releaseId: 'release-3' }));

/** The file with something changed in its text. */
const changedFile = (change: (file: ReleaseFile) => void): ReleaseFile => {
  const copy = structuredClone(audited(fileOf(safe), [cube]));
  change(copy);
  return copy;
};

describe('verify-release', () => {
  test('says that a release holds, and how much that rests on', () => {
    expect(run(verifyCommand, 'safe.json')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^safe\.json: holder\. 2 vernede tall i 1 tabeller .* 32 tilfeller/),
      faults: '',
    });
  });

  test('says what does not hold', () => {
    write(
      'without.json',
      changedFile((file) => file.audit!.viewpoints[0]!.systems[0]!.targets.pop()),
    );
    const { code, out } = run(verifyCommand, 'without.json');
    expect(code).toBe(1);
    expect(out).toMatch(
      /^without\.json: sett fra «inner»: «item» i runden «round-1»: «c» i «5A» skal være vernet/,
    );
    expect(run(verifyCommand, 'safe.json', 'grades.json').code).toBe(0);
    write('before.json', fileOf(grades, { releaseId: 'before', releasedAt: '2026-11-01T12:00:00.000Z' }));
    expect(run(verifyCommand, 'safe.json', 'before.json')).toMatchObject({
      code: 1,
      out: 'safe.json: sett fra «inner»: den tidligere frigivelsen «before» er sett, men ikke regnet med.',
    });
  });

  test('refuses files that cannot be used, with what and where', () => {
    write('empty.json', '');
    write('cut.json', JSON.stringify(fileOf(safe)).slice(0, 900));
    write('latin.json', Buffer.from('{"format": "bl\xe5b\xe6r"}', 'latin1'));
    write('utf16.json', Buffer.from(`\ufeff${JSON.stringify(fileOf(safe))}`, 'utf16le'));
    write('other.json', '[1, 2]');
    write('next.json', { ...fileOf(safe), format: 'samhold-release/2' });
    write(
      'edited.json',
      changedFile((file) => (file.document.tables[0]!.items[0]!.rows[0]!.counts[0]!.count = 7)),
    );
    write(
      'lacking.json',
      changedFile((file) => Reflect.deleteProperty(file.document, 'roundId')),
    );
    write(
      'more.json',
      changedFile((file) => Object.assign(file.document.tables[0]!.items[0]!.rows[2]!, { share: 0.25 })),
    );
    write(
      'wrong.json',
      changedFile((file) => Object.assign(file.document.tables[0]!.items[0]!.rows[2]!, { size: -1 })),
    );
    write(
      'rows.json',
      changedFile((file) => {
        file.document.tables[0]!.items[0]!.rows[1]!.counts.pop();
        file.hash = hashOf(file.document);
      }),
    );
    mkdirSync(join(folder, 'folder'));
    write('huge.json', '{');
    truncateSync(join(folder, 'huge.json'), 201 * 1024 * 1024);
    const refused: Readonly<Record<string, string>> = {
      'none.json': 'filen finnes ikke',
      folder: 'dette er en mappe, ikke en fil',
      'huge.json': 'filen er større enn 200 MB',
      'empty.json': 'filen er tom',
      'cut.json': 'filen er ikke hel JSON',
      'latin.json': 'filen er ikke tekst i UTF-8',
      'utf16.json': 'filen er ikke tekst i UTF-8',
      'other.json': 'dette er ikke en fil med en frigivelse',
      'next.json': 'formatet er ikke «samhold-release/1»',
      'edited.json': 'innholdet er endret etter frigivelsen (kontrollsummen stemmer ikke)',
      'lacking.json': 'document mangler roundId',
      'more.json': 'document.tables.0.items.0.rows.2 har feltet share, som ikke hører til formatet',
      'wrong.json': 'document.tables.0.items.0.rows.2.size har en verdi som ikke hører til formatet',
      'rows.json': 'spørsmålet «item», gruppen «4B» har andre svar enn spørsmålet',
      'readers.json': 'filen har ingen kontroll; be skolen om sitt eget eksemplar',
    };
    for (const [name, reason] of Object.entries(refused)) {
      expect(run(verifyCommand, name)).toEqual({ code: 2, out: '', faults: `${name}: ${reason}.` });
      if (name !== 'readers.json')
        expect(run(attackCommand, 'safe.json', name)).toMatchObject({ code: 2, out: '' });
    }
    expect(run(verifyCommand, 'safe.json', 'readers.json')).toMatchObject({
      code: 2,
      faults: 'readers.json: samme frigivelse er gitt i en fil til.',
    });
    expect(run(verifyCommand)).toMatchObject({ code: 2, faults: expect.stringContaining('Gi filen') });
    expect(run(verifyCommand, '--all', 'safe.json')).toMatchObject({
      code: 2,
      faults: '--all finnes ikke her; se --help.',
    });
    expect(run(verifyCommand, '--help')).toMatchObject({ code: 0, out: expect.stringContaining('Bruk:') });
  });
});

describe('attack-release', () => {
  test('prints the narrowest interval', () => {
    expect(run(attackCommand, 'readers.json')).toEqual({
      code: 0,
      out: [
        'Sett av ansatte på skolen: 24 skjulte tall i 1 frigivelse.',
        '  Smalest av dem som kan være små: 0 til 9 (spenn 9): «c» i «4A», spørsmålet «item», runden «Høst 2026».',
        '  Ingen er smalere enn 3.',
      ].join('\n'),
      faults: '',
    });
  });

  test('puts releases together, and says what they give away', () => {
    expect(run(attackCommand, 'classes.json').code).toBe(0);
    const { code, out } = run(attackCommand, 'classes.json', 'grades.json');
    expect(code).toBe(1);
    expect(out).toContain('Smalest av dem som kan være små: nøyaktig');
    expect(out).toContain('nøyaktig 1: «c» i «4A», spørsmålet «item», runden «Høst 2026».');
  });

  test('with the truth tries the counts of the promise, by those also who know something', () => {
    expect(run(attackCommand, 'readers.json', '--truth', 'safe.json')).toMatchObject({
      code: 0,
      out: expect.stringContaining('2 tall som er lovet vernet'),
    });
    const { code, out } = run(attackCommand, 'grades.json', '--truth', 'safe.json');
    expect(code).toBe(1);
    expect(out).toContain(
      '«c» i «4A», spørsmålet «item», runden «Høst 2026», for den som kjenner klassen «4B»',
    );
    expect(run(attackCommand, 'readers.json', '--truth', 'readers.json')).toMatchObject({
      code: 2,
      faults: 'readers.json: filen har ikke de virkelige svarene.',
    });
    write('another.json', fileOf(documentOf('round-2', [itemOf(cube)])));
    expect(run(attackCommand, 'another.json', '--truth=safe.json')).toMatchObject({
      code: 2,
      faults: 'another.json: svarene på «item» er ikke i filene gitt med --truth.',
    });
    expect(run(attackCommand, 'readers.json', '--truth')).toMatchObject({
      code: 2,
      faults: '--truth mangler filen sin.',
    });
  });

  test('notes files that do not belong together', () => {
    const elsewhere = cubeOf({ x: { grade: 4, size: 20, counts: [10, 10] } });
    write('elsewhere.json', fileOf(documentOf('round-9', [itemOf(elsewhere)]), { releaseId: 'release-9' }));
    expect(run(attackCommand, 'readers.json', 'elsewhere.json')).toMatchObject({
      code: 0,
      faults: 'elsewhere.json: ingen av gruppene er i de andre filene. Er den fra en annen skole?',
    });
    expect(run(attackCommand, 'readers.json', 'safe.json').faults).toBe(
      'safe.json: samme frigivelse som readers.json.',
    );
    const again = documentOf('round-1', [
      itemOf(cube, { hide: (group) => group === '4A' || group === '4B' }),
    ]);
    write('again.json', fileOf(again));
    expect(run(attackCommand, 'readers.json', 'again.json').faults).toBe(
      'again.json: samme frigivelse som readers.json, men i en annen utgave. Begge er brukt.',
    );
  });

  test('refuses releases that contradict each other', () => {
    const other = cubeOf({ '4A': { grade: 4, size: 11, counts: [6, 3, 2] } });
    write('lies.json', fileOf(documentOf('round-1', [itemOf(other)]), { releaseId: 'lies' }));
    write('shown.json', fileOf(documentOf('round-1', [itemOf(cube)]), { releaseId: 'shown' }));
    expect(run(attackCommand, 'shown.json', 'lies.json')).toEqual({
      code: 2,
      out: '',
      faults: 'Frigivelsene kan ikke være sanne samtidig: spørsmålet «item» i runden «round-1».',
    });
  });
});
