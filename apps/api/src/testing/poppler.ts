import { spawnSync } from 'node:child_process';

type Tool = 'pdfinfo' | 'pdftotext' | 'pdffonts';

export const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined;
if (!hasPoppler)
  console.warn('poppler is not installed: PDFs are not read by another program than the one here');

/** Marks that hold right-to-left words together; they have no shape of their own. */
const directionMarks = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** What one of poppler's tools says of a PDF. */
export const askPoppler = (tool: Tool, pdf: Buffer, ...options: readonly string[]): string => {
  const { stdout, stderr, status } = spawnSync(
    tool,
    [...options, '-', ...(tool === 'pdftotext' ? ['-'] : [])],
    { input: pdf },
  );
  if (status !== 0) throw new Error(`${tool}: ${stderr.toString()}`);
  return stdout.toString('utf8').replaceAll(directionMarks, '');
};
