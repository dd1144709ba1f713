import type { CaseView, RecordCaseEntry } from '@samhold/contract';
import { ProblemError } from '#lib/problem.ts';
import { Attempt } from '#lib/staff/attempt.svelte.ts';
import { recordCaseEntry } from './calls.ts';

/** Records one thing in a case; what was written stays with the writer until it is kept. */
export class EntrySender {
  readonly attempt = new Attempt();
  /** Somebody else has recorded something meanwhile; the page shows it beside. */
  overtaken = $state(false);

  readonly send = (
    view: Pick<CaseView, 'caseId' | 'revision'>,
    entry: Omit<RecordCaseEntry, 'revision'>,
    onovertaken: () => Promise<unknown>,
  ): Promise<boolean> =>
    this.attempt.run(async () => {
      this.overtaken = false;
      try {
        await recordCaseEntry(view.caseId, { ...entry, revision: view.revision });
      } catch (thrown) {
        if (thrown instanceof ProblemError && thrown.code === 'case_changed') {
          this.overtaken = true;
          await onovertaken();
        }
        throw thrown;
      }
    });
}
