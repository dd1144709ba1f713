import type { CaseDocument, DocumentField, DocumentSection } from '../../packages/contract/src/index.ts';
import { bodyOf } from '../../apps/api/src/testing/answering.ts';
import { json, type Browser } from '../../apps/api/src/testing/browser.ts';
import { done } from './x3-prepare.ts';

type Reviewed = Pick<CaseDocument, 'revision' | 'sections'>;

const textsOf = ({ fields, measures }: DocumentSection): readonly DocumentField[] => [
  ...fields,
  ...measures.map(({ what }) => what),
];

/** Reads every text of a document that is to be given out; the request by which it is then finished. */
export const readWhole = async (browser: Browser, document: string): Promise<RequestInit> => {
  const begun = await bodyOf<Reviewed>(await done(browser, document));
  let { revision } = begun;
  for (const { key } of begun.sections.flatMap(textsOf)) {
    const review = json('PUT', { revision, key, read: true, decisions: [] });
    ({ revision } = await bodyOf<Reviewed>(await done(browser, `${document}/review`, review)));
  }
  return json('POST', { revision });
};

/** The same, and finishes it. */
export const finishWhole = async (browser: Browser, document: string): Promise<void> => {
  const finish = await readWhole(browser, document);
  await done(browser, `${document}/finish`, finish);
};
