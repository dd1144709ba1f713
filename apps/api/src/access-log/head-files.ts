import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DayHead, HeadKeeper } from './day-heads.ts';

const FILE = /^\d{4}-\d{2}\.txt$/;
const LINE = /^(\d{4}-\d{2}-\d{2}) ([0-9a-f-]{36}) (\d+) ([0-9a-f]{64})$/;

const lineOf = ({ day, schoolId, sequence, hash }: DayHead): string =>
  `${day} ${schoolId} ${sequence} ${hash}\n`;

/** What the files of a folder hold, oldest first, and the lines that are no heads: «file:line». */
export type KeptHeads = { readonly heads: readonly DayHead[]; readonly unreadable: readonly string[] };

export const readHeadFiles = (directory: string): KeptHeads => {
  const heads: DayHead[] = [];
  const unreadable: string[] = [];
  const files = existsSync(directory)
    ? readdirSync(directory)
        .filter((name) => FILE.test(name))
        .sort()
    : [];
  for (const file of files) {
    const lines = readFileSync(join(directory, file), 'utf8').split('\n');
    for (const [at, line] of lines.entries()) {
      if (line === '') continue;
      const [, day = '', schoolId = '', sequence = '', hash = ''] = LINE.exec(line) ?? [];
      if (hash === '') unreadable.push(`${file}:${at + 1}`);
      else heads.push({ day, schoolId, sequence: Number(sequence), hash });
    }
  }
  return { heads, unreadable };
};

/** One file a month in `directory`, one line a school and day. Lines are only ever added. */
export const openHeadFiles = (directory: string): HeadKeeper => {
  const last = new Map(readHeadFiles(directory).heads.map(({ schoolId, day }) => [schoolId, day]));
  return {
    lastDay: (schoolId) => last.get(schoolId),
    keep: (heads) => {
      mkdirSync(directory, { recursive: true, mode: 0o700 });
      for (const head of heads) {
        const file = join(directory, `${head.day.slice(0, 7)}.txt`);
        appendFileSync(file, lineOf(head), { mode: 0o600, flush: true });
        last.set(head.schoolId, head.day);
      }
    },
  };
};
