import { problemText } from '#lib/problem-texts.ts';
import { ProblemError } from '#lib/problem.ts';

/** Something a person asks for that may fail: whether it is under way, and what to say when it did not go well. */
export class Attempt {
  busy = $state(false);
  failure = $state<string | null>(null);
  /** It is done only for somebody who has just signed in. */
  mustSignIn = $state(false);

  /** Runs `act`; true when it went well. Asked again while it is under way, it does nothing. */
  readonly run = async (act: () => Promise<unknown>): Promise<boolean> => {
    if (this.busy) return false;
    this.busy = true;
    this.failure = null;
    this.mustSignIn = false;
    try {
      await act();
      return true;
    } catch (thrown) {
      this.failure = problemText(thrown);
      this.mustSignIn = thrown instanceof ProblemError && thrown.code === 'sign_in_again';
      return false;
    } finally {
      this.busy = false;
    }
  };
}
