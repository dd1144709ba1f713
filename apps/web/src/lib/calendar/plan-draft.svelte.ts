import type { PlanRoundView, RoundPlan } from '@samhold/contract';
import { problemText } from '#lib/problem-texts.ts';
import { checkPlan, proposePlan, savePlan } from './calls.ts';
import { addDays, dayAndMonth, daysBetween, weekNumber } from './day-texts.ts';

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

type Change = {
  readonly text: string;
  /** How it was before. */
  readonly rounds: readonly DraftRound[];
  readonly changed: boolean;
};

/** The plan of a year while it is worked on: what is saved, what is changed, and what the server says of it. */
export class PlanDraft {
  rounds = $state.raw<readonly DraftRound[]>([]);
  conflicts = $state.raw<RoundPlan['conflicts']>([]);
  load = $state.raw<RoundPlan['load']>([]);
  changed = $state(false);
  busy = $state(false);
  failure = $state<string | null>(null);
  /** What was moved or taken out last, which can be undone. */
  undoable = $state.raw<readonly Change[]>([]);
  /** What would stand in the way of a round that is held over another day. */
  held = $state.raw<{ readonly key: string; readonly opensOn: string } | null>(null);
  heldConflicts = $state.raw<RoundPlan['conflicts']>([]);
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
    this.undoable = [];
    this.#show(saved);
  }

  discard(): void {
    this.changed = false;
    this.failure = null;
    this.undoable = [];
    this.#show(this.#saved);
  }

  #draft(rounds: readonly DraftRound[] = this.rounds) {
    return {
      schoolYearId: this.#saved.schoolYearId,
      rounds: rounds
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

  #change(text: string, rounds: readonly DraftRound[]): Promise<void> {
    this.undoable = [...this.undoable, { text, rounds: this.rounds, changed: this.changed }];
    this.rounds = rounds;
    this.changed = true;
    return this.#check();
  }

  #named(key: string): string {
    return this.rounds.find((round) => round.key === key)?.name ?? 'Runden';
  }

  #movedTo(key: string, opensOn: string): readonly DraftRound[] {
    return this.rounds.map((round) =>
      // As long as before, until the server says which days it takes.
      round.key === key
        ? { ...round, opensOn, closesOn: addDays(round.closesOn, daysBetween(round.opensOn, opensOn)) }
        : round,
    );
  }

  move(key: string, opensOn: string): Promise<void> {
    this.release();
    const to = `${dayAndMonth(opensOn)}, uke ${weekNumber(opensOn)}`;
    return this.#change(`«${this.#named(key)}» er flyttet til ${to}.`, this.#movedTo(key, opensOn));
  }

  remove(key: string): Promise<void> {
    return this.#change(
      `«${this.#named(key)}» er tatt ut.`,
      this.rounds.filter((round) => round.key !== key),
    );
  }

  undo(): Promise<void> {
    const last = this.undoable.at(-1);
    if (last === undefined) return Promise.resolve();
    this.undoable = this.undoable.slice(0, -1);
    this.rounds = last.rounds;
    this.changed = last.changed;
    return this.#check();
  }

  /** Asks what would stand in the way of a round on another day, without moving it. */
  async hold(key: string, opensOn: string): Promise<void> {
    if (this.held?.key === key && this.held.opensOn === opensOn) return;
    const held = { key, opensOn };
    this.held = held;
    const plan = await checkPlan(this.#draft(this.#movedTo(key, opensOn))).catch(() => null);
    if (plan !== null && this.held === held) this.heldConflicts = plan.conflicts;
  }

  release(): void {
    this.held = null;
    this.heldConflicts = [];
  }

  save(): Promise<void> {
    return this.#run(async () => {
      const saved = await savePlan({ ...this.#draft(), version: this.#saved.version });
      this.#saved = saved;
      this.changed = false;
      this.undoable = [];
      this.#show(saved);
    });
  }
}
