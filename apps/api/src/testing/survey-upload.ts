import type { SurveyImport } from '@samhold/contract';
import { madeRow } from '../national-survey/files/made-export.fixture.ts';
import { bodyOf } from './answering.ts';
import type { Browser } from './browser.ts';

export { madeRow };

type Rows = readonly Readonly<Record<string, string>>[];

/** A form with rows of a made export of Elevundersøkelsen. */
export const surveyForm = (rows: Rows): RequestInit => {
  const body = new FormData();
  body.set('file', new Blob([JSON.stringify(rows)]), 'elevundersokelsen.json');
  return { method: 'POST', body };
};

export const sendSurvey = (browser: Browser, rows: Rows): Promise<Response> =>
  browser('/api/v1/national-survey/imports', surveyForm(rows));

/** Sends rows to be read and returns what was found. Throws when they are refused. */
export const readSurvey = async (browser: Browser, rows: Rows): Promise<SurveyImport> => {
  const response = await sendSurvey(browser, rows);
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return bodyOf<SurveyImport>(response);
};
