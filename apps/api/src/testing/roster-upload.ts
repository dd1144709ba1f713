import type { RosterImport, RosterImportDetails, RosterReading } from '@samhold/contract';
import { bodyOf } from './answering.ts';
import { json, type Browser } from './browser.ts';

/** Files of a roster by name. */
export type Files = Readonly<Record<string, string | Uint8Array<ArrayBuffer>>>;

/** Sends files to be read, as the page does. */
export const sendRoster = (
  browser: Browser,
  files: string | Files,
  fields: Readonly<Record<string, string>> = {},
): Promise<Response> => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  const named = typeof files === 'string' ? { 'elever.csv': files } : files;
  for (const [name, content] of Object.entries(named)) form.append('file', new Blob([content]), name);
  return browser('/api/v1/roster/imports', { method: 'POST', body: form });
};

/** Sends files and returns what they would change. Throws when they are refused or need a mapping. */
export const readRoster = async (
  browser: Browser,
  files: string | Files,
  fields: Readonly<Record<string, string>> = {},
): Promise<RosterImportDetails> => {
  const response = await sendRoster(browser, files, fields);
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  const reading = await bodyOf<RosterReading>(response);
  if (reading.outcome !== 'read') throw new Error('The columns are not known.');
  return reading.import;
};

export const applyRoster = (browser: Browser, importId: string, confirmLeaving = false): Promise<Response> =>
  browser(`/api/v1/roster/imports/${importId}/apply`, json('POST', { confirmLeaving }));

/** Reads files and applies them, whoever leaves. */
export const importRoster = async (browser: Browser, files: string | Files): Promise<RosterImport> => {
  const { importId } = await readRoster(browser, files);
  const response = await applyRoster(browser, importId, true);
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return bodyOf<RosterImport>(response);
};
