import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { applyRoster, readRoster, type Files } from '../testing/roster-upload.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { zipOf, type Texts } from './files/roster-source.fixture.ts';
import { smallSchool12 } from './files/small-school-1.2.fixture.ts';
import { smallSchoolSds } from './files/small-school-sds.fixture.ts';
import { smallSchool } from './files/small-school.fixture.ts';
import { everything, schoolInFiles } from './imported-school.fixture.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
});
afterAll(() => house.close());

const none = { new: 0, renamed: 0, moved: 0, leaving: 0, newStaff: 0, newRelations: 0 };

test.each<readonly [string, Texts, string, readonly string[]]>([
  ['oneroster-1.1', smallSchool, '5A', []],
  ['oneroster-1.2', smallSchool12, '5A', []],
  ['sds-2.1', smallSchoolSds, '1B', ['1B']],
])(
  '%s is shown and applied alike from a folder and from a zip, and then is no change',
  async (format, texts, className, newClasses) => {
    // SDS knows schools by name only.
    const { school, administrator } = await schoolInFiles(house, 'Fjellvang skole');
    // The fixtures are written as text.
    const folder = texts as Files;
    const zip = { 'eksport.zip': new Uint8Array(await zipOf(texts, 'eksport/')) };
    const before = await everything(house, school);
    const fromFolder = await readRoster(administrator, folder);
    expect(fromFolder).toMatchObject({
      format,
      counts: { ...none, new: 1, unchanged: 1, newStaff: 1, newRelations: 1, otherSchools: 1, newClasses },
      new: [{ name: 'Bo Dal', className }],
      staff: [{ name: 'Tea Moe', classNames: ['5A'] }],
      rejectedRows: [],
    });
    const fromZip = await readRoster(administrator, zip);
    expect({ ...fromZip, importId: '', readAt: '' }).toEqual({ ...fromFolder, importId: '', readAt: '' });
    expect(await everything(house, school)).toEqual(before);

    expect((await applyRoster(administrator, fromZip.importId)).status).toBe(200);
    const after = await everything(house, school);
    for (const files of [folder, zip]) {
      const again = await readRoster(administrator, files);
      expect(again.counts).toMatchObject({ ...none, unchanged: 2, newClasses: [], endingClasses: [] });
      await applyRoster(administrator, again.importId);
    }
    expect(await everything(house, school)).toEqual(after);
  },
);
