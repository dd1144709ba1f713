import type { Questionnaire } from '@samhold/survey';
import { chromium } from '@playwright/test';
import type { Run } from './fill-out.ts';
import { runPupil } from './pupil-run.ts';
import { openSurveyJsPage } from './survey-js-page.ts';
import { runSurveyJs } from './survey-js-run.ts';

export type { Run } from './fill-out.ts';

/** An open sitting of a class, and who is to answer in it, one a run. */
export type ToAnswer = {
  readonly origin: string;
  readonly classCode: string;
  readonly names: readonly string[];
  readonly questionnaire: Questionnaire;
  readonly maxChoices: number;
};

export type Measured = {
  readonly pupil: readonly Run[];
  /** Of SurveyJS in turn with ours; absent where the registry was not reached. */
  readonly surveyJs?: readonly Run[];
  readonly surveyJsVersion?: string;
  readonly browser: string;
};

/** `runs` pupils answer the whole questionnaire, each on a slow tablet of its own. One more goes before them and is not counted. */
export const measureSlowTablets = async (
  executablePath: string,
  { origin, classCode, names, questionnaire, maxChoices }: ToAnswer,
  runs: number,
  surveyJsDirectory: string,
): Promise<Measured> => {
  const itemTypes = questionnaire.items.map(({ type }) => type);
  const baseline = await openSurveyJsPage(surveyJsDirectory, questionnaire, names.slice(1), maxChoices);
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  });
  try {
    const pupil: Run[] = [];
    const surveyJs: Run[] = [];
    for (const name of names.slice(0, runs + 1)) {
      pupil.push(await runPupil(browser, origin, { classCode, name }, itemTypes));
      if (baseline !== undefined) surveyJs.push(await runSurveyJs(browser, baseline.origin, itemTypes));
    }
    return {
      pupil: pupil.slice(1),
      browser: browser.version(),
      ...(baseline && { surveyJs: surveyJs.slice(1), surveyJsVersion: baseline.version }),
    };
  } finally {
    await browser.close();
    baseline?.stop();
  }
};
