import type { PlanRoundView, RoundPlan } from '@samhold/contract';
import { problemText } from '#lib/problem-texts.ts';
import { checkPlan, proposePlan, savePlan } from './calls.ts';

/** A round of the draft; `key` stays with it while its days change, so that focus does too. */
export type DraftRound = PlanRoundView & { readonly key: string };

let made = 0;
const newKey = (): string => `new-${(made += 1)}`;

const same = (a: PlanRoundView, b: PlanRoundView): boolean =>
  a.roundId === b.roundId &&
  a.kind === b.kind &&
  a.fromGrade === b.fromGrade &&
  a.toGrade === b.toGrade &&
  a.opensOn === b.opensOn;

const keyed = (rounds: readonly PlanRoundView[], before: readonly DraftRound[]): DraftRound[] =>
  rounds.map((round) => ({
    ...round,
    key: before.find((one) => same(one, round))?.key ?? round.roundId ?? newKey(),
  }));

/** The plan of a year while it is worked on: what is saved, what is changed, and what the server says of it. */
export class PlanDraft {
  rounds = $state.raw<readonly DraftRound[]>([]);
  conflicts = $state.raw<RoundPlan['conflicts']>([]);
  load = $state.raw<RoundPlan['load']>([]);
  changed = $state(false);
  busy = $state(false);
  failure = $state<string | null>(null);
  #saved: RoundPlan;
  /** Answers to older questions are dropped. */
  #asked = 0;

  constructor(saved: RoundPlan) {
    this.#saved = saved;
    this.#show(saved);
  }

  #show(plan: RoundPlan): void {
    this.rounds = keyed(plan.rounds, this.rounds);
    this.conflicts = plan.conflicts;
    this.load = plan.load;
  }

  /** Takes over what is saved now, unless there is something unsaved to keep. */
  renew(saved: RoundPlan): void {
    if (this.changed && saved.schoolYearId === this.#saved.schoolYearId) {
      void this.#check();
      return;
    }
    this.#saved = saved;
    this.changed = false;
    this.#show(saved);
  }

  discard(): void {
    this.changed = false;
    this.failure = null;
    this.#show(this.#saved);
  }

  #draft() {
    return {
      schoolYearId: this.#saved.schoolYearId,
      rounds: this.rounds
        .filter(({ state }) => state === 'planned')
        .map(({ roundId, kind, fromGrade, toGrade, opensOn }) => ({
          roundId,
          kind,
          fromGrade,
          toGrade,
          opensOn,
        })),
    };
  }

  async #run(act: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.failure = null;
    try {
      await act();
    } catch (thrown) {
      this.failure = problemText(thrown);
    } finally {
      this.busy = false;
    }
  }

  #check(): Promise<void> {
    const asked = (this.#asked += 1);
    return this.#run(async () => {
      const plan = await checkPlan(this.#draft());
      if (asked === this.#asked) this.#show(plan);
    });
  }

  propose(): Promise<void> {
    return this.#run(async () => {
      this.#show(await proposePlan(this.#saved.schoolYearId));
      this.changed = true;
    });
  }

  move(key: string, opensOn: string): Promise<void> {
    this.rounds = this.rounds.map((round) => (round.key === key ? { ...round, opensOn } : round));
    this.changed = true;
    return this.#check();
  }

  remove(key: string): Promise<void> {
    this.rounds = this.rounds.filter((round) => round.key !== key);
    this.changed = true;
    return this.#check();
  }

  save(): Promise<void> {
    return this.#run(async () => {
      const saved = await savePlan({ ...this.#draft(), version: this.#saved.version });
      this.#saved = saved;
      this.changed = false;
      this.#show(saved);
    });
  }
}
