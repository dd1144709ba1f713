import { followSignIn, json, type Browser } from './browser.ts';
import { codeOf, readForm, type Card } from './answering.ts';
import type { TestHouse } from './test-house.ts';

/** Signs a pupil in by the school account; returns where the browser ends, with what comes after the number sign. */
export const signInByAccount = async (
  house: TestHouse,
  tablet: Browser,
  subject: string,
  start = '/api/v1/sign-in/pupil',
): Promise<string> => {
  house.addSubject(subject);
  const end = await followSignIn(tablet, house.origin, start, subject);
  return `${end.pathname}${end.search}${end.hash}`;
};

/** What the page asks when the pupil has come back. */
export const enterByAccount = (tablet: Browser): Promise<Response> =>
  tablet('/api/v1/pupil-session/identity', { method: 'POST' });

/** Class code and three pictures. */
export const prove = (
  tablet: Browser,
  classCode: string,
  { pupil, pictures }: Pick<Card, 'pupil' | 'pictures'>,
): Promise<Response> =>
  tablet('/api/v1/pupil-session', json('POST', { classCode, pupilId: pupil.pupilId, pictures }));

/** A tablet on which a pupil has signed in and proved who it is: from now on the account leads to this pupil. */
export const bindAccount = async (
  house: TestHouse,
  subject: string,
  classCode: string,
  card: Pick<Card, 'pupil' | 'pictures'>,
): Promise<Browser> => {
  const tablet = house.tablet();
  await signInByAccount(house, tablet, subject);
  const proved = await prove(tablet, classCode, card);
  if (!proved.ok) throw new Error(`${proved.status} ${await proved.text()}`);
  return tablet;
};

/** Whom a new sign-in by this account leads to: the pupil's id, or the code of why nobody. */
export const accountLeadsTo = async (house: TestHouse, subject: string): Promise<string> => {
  const tablet = house.tablet();
  await signInByAccount(house, tablet, subject);
  const entered = await enterByAccount(tablet);
  return entered.ok ? (await readForm(tablet)).pupil.pupilId : codeOf(entered);
};
