import type { Browser } from '../../apps/api/src/testing/browser.ts';
import type { HarmedSchool } from './x3-school.ts';
import type { UseCase } from './x3-use-cases.ts';

/** Makes what some use cases must begin with, and says how each is then asked for. */
export type Prepare = (school: HarmedSchool) => Promise<readonly UseCase[]>;

/** Asks for something that must be done before. Throws when it is refused. */
export const done = async (browser: Browser, path: string, options?: RequestInit): Promise<Response> => {
  const answer = await browser(path, options);
  if (!answer.ok)
    throw new Error(`${options?.method ?? 'GET'} ${path}: ${answer.status} ${await answer.text()}`);
  return answer;
};

/** A route as it is asked for in one browser; without options, by its method alone. */
export const useCase = (
  route: string,
  browser: Browser,
  path: string,
  options: RequestInit = { method: route.split(' ')[0] ?? 'GET' },
): UseCase => ({ name: route, browsers: [browser], call: [path, options] });
