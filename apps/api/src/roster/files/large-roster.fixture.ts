import { Readable } from 'node:stream';
import { readRoster } from './read-roster.ts';
import { school, today } from './roster-source.fixture.ts';
import { smallSchool } from './small-school.fixture.ts';
import type { SourceFile } from './roster-source.ts';

const vendor = 'x'.repeat(180);

/** users.csv with columns of a vendor, the small school's people in the middle of so many megabytes of others. */
const largeUsers = (megabytes: number): SourceFile => {
  const [head = '', ...own] = `${smallSchool['users.csv']}`.trimEnd().split('\n');
  async function* lines() {
    const half = (megabytes * 1024 * 1024) / 2;
    yield Buffer.from(`${head},ext_a,ext_b\n`);
    for (const part of [0, 1]) {
      let block = '';
      for (let sent = 0, n = 0; sent < half; n += 1) {
        block += `other${part}-${n},,,true,o2,student,name${n},,Given${n},Family${n},,,,,,,5,,${vendor},${n}\n`;
        if (block.length < 60_000) continue;
        sent += block.length;
        yield Buffer.from(block);
        block = '';
      }
      if (part === 0) yield Buffer.from(own.map((line) => `${line},${vendor},1\n`).join(''));
    }
  }
  return { name: 'users.csv', open: async () => Readable.from(lines(), { objectMode: false }) };
};

/** Reads the small school out of a file of so many megabytes, and tells what that took of memory, in megabytes. */
export const readLarge = async (megabytes: number) => {
  const small = Object.entries(smallSchool).map(([name, content]): SourceFile => ({
    name,
    open: async () => Readable.from([Buffer.from(content)]),
  }));
  const files = [...small.filter((file) => file.name !== 'users.csv'), largeUsers(megabytes)];
  const read = await readRoster({ files, close: async () => {} }, school, { today });
  if (read.outcome !== 'read') throw new Error('The roster was not read.');
  return {
    pupils: read.roster.pupils.length,
    otherSchools: read.roster.otherSchools,
    peak: process.resourceUsage().maxRSS / 1024,
  };
};
