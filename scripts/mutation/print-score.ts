import { readFileSync } from 'node:fs';

interface Report {
  readonly files: Readonly<Record<string, MutatedFile>>;
}
interface MutatedFile {
  readonly source: string;
  readonly mutants: readonly Mutant[];
}
interface Mutant {
  readonly status: string;
  readonly mutatorName: string;
  readonly replacement?: string;
  readonly location: { readonly start: Place; readonly end: Place };
}
interface Place {
  readonly line: number;
  readonly column: number;
}

const alive = new Set(['Survived', 'NoCoverage']);

/** Prints the share of mutants found by the tests, and one line for each that was not. */
export function printScore(folder: string, reportPath: string): void {
  const { files } = JSON.parse(readFileSync(reportPath, 'utf8')) as Report;
  let [failed, endless] = [0, 0];
  let missed = 0;
  for (const [name, { mutants, source }] of Object.entries(files)) {
    failed += mutants.filter(({ status }) => status === 'Killed').length;
    endless += mutants.filter(({ status }) => status === 'Timeout').length;
    for (const mutant of mutants.filter(({ status }) => alive.has(status))) {
      missed += 1;
      console.log(
        `${name}:${String(mutant.location.start.line)} ${mutant.status} ${asWritten(mutant, source)}`,
      );
    }
  }
  const found = failed + endless;
  const share = found + missed === 0 ? 1 : found / (found + missed);
  console.log(
    `${folder}: ${String(found)} of ${String(found + missed)} mutants found (${(share * 100).toFixed(1)} %), ${String(endless)} of them by tests that went on for ever`,
  );
}

function asWritten({ location: { start, end }, replacement, mutatorName }: Mutant, source: string): string {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  const last = lines.length - 1;
  lines[last] = (lines[last] ?? '').slice(0, end.column - 1);
  lines[0] = (lines[0] ?? '').slice(start.column - 1);
  const short = (text: string) => text.replaceAll(/\s+/gu, ' ').slice(0, 60);
  return `${mutatorName}: ${short(lines.join(' '))} → ${short(replacement ?? '')}`;
}
