import type { Conflict } from '@samhold/analysis';
import type { ClassArrangements } from '@samhold/contract';
import { KeptDraft } from '#lib/staff/kept-draft.svelte.ts';
import { figuresOf, firstDifference } from './figures.ts';
import { afterMove, noMoves, redo, undo, withMove, type MoveHistory, type Target } from './moves.ts';
import { toSolve, type Placed } from './problem-to-solve.ts';
import { proposeAside } from './propose-aside.ts';
import type { Proposal } from './propose.ts';
import { reasonsOf } from './reasons.ts';
import { askedOf, firstSettings, withEarlier, type Asked, type Settings } from './settings.ts';

/** What lies on the desk: as it was proposed, and as it stands after the teacher's own moves. */
export type Result = {
  readonly asked: Asked;
  readonly proposal: Proposal;
  /** Proposed with the solver, not by search alone. */
  readonly solved: boolean;
  readonly seed: number;
  readonly placed: Placed;
  /** What it is saved as; the same until it is changed. */
  readonly arrangementId: string;
};

type Draft = { settings: Settings; result: Result | null };
type Failed =
  | { readonly outcome: 'contradiction'; readonly conflict: Conflict; readonly asked: Asked }
  | { readonly outcome: 'unsettled' | 'error' };

const isOf = ({ asked, placed }: Result, onList: ReadonlySet<string>): boolean => {
  const pupils = new Set([...placed.map(({ pupilId }) => pupilId), ...asked.absent]);
  return pupils.size === onList.size && [...onList].every((id) => pupils.has(id));
};

/** Settings, proposal and moves of one class, kept over a reload until they are taken in use. */
export class ArrangementDesk {
  readonly #page: () => ClassArrangements;
  readonly draft: KeptDraft<Draft>;
  /** The proposal that was kept is of another list than today's, and is gone. */
  readonly outdated: boolean = false;
  #moves = $state.raw<MoveHistory>(noMoves);
  #stop: (() => void) | null = $state.raw(null);
  failed = $state.raw<Failed | null>(null);
  /** The pupil taken hold of, who goes where one points next. */
  held = $state<string | null>(null);
  /** Said aloud when somebody has been moved. */
  told = $state('');

  constructor(staffId: string, page: () => ClassArrangements) {
    this.#page = page;
    const { classId, pupils, wishes, earlier } = page();
    const onList = pupils.filter((pupil) => pupil.onList).length;
    const criteria = wishes?.criteria.map(({ criterionId }) => criterionId) ?? [];
    const first = firstSettings(onList, criteria);
    const begin = (['seating', 'groups'] as const).reduce((settings, kind) => {
      const last = earlier.find(({ asked }) => asked.kind === kind);
      return last === undefined ? settings : withEarlier(settings, { ...last.asked, criteria });
    }, first);
    const start = { settings: { ...begin, kind: earlier[0]?.asked.kind ?? first.kind }, result: null };
    this.draft = new KeptDraft<Draft>(`${staffId} arrangement ${classId}`, start);
    const { result } = this.draft.value;
    if (result !== null && !isOf(result, this.onList)) {
      this.draft.value.result = null;
      this.outdated = true;
    }
  }

  readonly onList: ReadonlySet<string> = $derived.by(
    () => new Set(this.#page().pupils.flatMap(({ pupilId, onList }) => (onList ? [pupilId] : []))),
  );
  readonly settings = $derived.by(() => this.draft.value.settings);
  readonly asked = $derived.by(() => askedOf(this.settings, this.onList));
  readonly there = $derived(this.onList.size - this.asked.absent.length);
  readonly result = $derived.by(() => this.draft.value.result);
  readonly busy = $derived(this.#stop !== null);
  readonly canUndo = $derived(this.#moves.done.length > 0);
  readonly canRedo = $derived(this.#moves.undone.length > 0);
  /** What is asked for now is not what the proposal was made for. */
  readonly changed = $derived.by(
    () => this.result !== null && JSON.stringify(this.result.asked) !== JSON.stringify(this.asked),
  );
  readonly saved = $derived.by(() =>
    this.#page().earlier.find(({ arrangementId }) => arrangementId === this.result?.arrangementId),
  );
  /** As the result stands. What is taken in use from here does not count as something that was before. */
  readonly standing = $derived.by(() => {
    const { result } = this;
    if (result === null) return null;
    const { asked, placed, proposal } = result;
    const page = this.#page();
    const earlier = page.earlier.filter(({ arrangementId }) => arrangementId !== result.arrangementId);
    const problem = toSolve({ ...page, earlier }, asked);
    const figures = figuresOf(problem, placed, proposal.groups);
    return {
      figures,
      proposed: figuresOf(problem, proposal.placed, proposal.groups),
      difference: firstDifference(proposal.stages, figures.values),
      reasons: reasonsOf(page, asked, problem, { placed, figures, proposal }),
    };
  });

  /** Asks for a proposal; another one when the same is asked for again. */
  readonly propose = async (): Promise<void> => {
    if (this.busy) return;
    const asked = $state.snapshot(this.asked) as Asked;
    const seed = this.result !== null && !this.changed ? this.result.seed + 1 : 1;
    this.failed = null;
    this.held = null;
    const { answer, stop } = proposeAside(
      toSolve($state.snapshot(this.#page()) as ClassArrangements, asked),
      seed,
    );
    this.#stop = stop;
    try {
      const { answer: found, solved } = await answer;
      if (this.#stop !== stop) return;
      if (found.outcome === 'proposed') {
        const { outcome: _outcome, ...proposal } = found;
        this.#put({
          asked,
          proposal,
          solved,
          seed,
          placed: proposal.placed,
          arrangementId: crypto.randomUUID(),
        });
        this.#moves = noMoves;
      } else if (found.outcome === 'contradiction') this.failed = { ...found, asked };
      else this.failed = found;
    } catch {
      this.failed = { outcome: 'error' };
    } finally {
      if (this.#stop === stop) this.#stop = null;
    }
  };

  readonly stop = (): void => {
    this.#stop?.();
    this.#stop = null;
  };

  /** Moves a pupil; what it brought about is told in `words`. */
  readonly move = (pupilId: string, target: Target, words: string): void => {
    this.held = null;
    const { result } = this;
    if (result === null) return;
    const placed = afterMove(result.placed, pupilId, target, result.asked.kind === 'seating');
    if (placed === result.placed) return;
    this.#moves = withMove(this.#moves, result.placed);
    this.#place(result, placed);
    this.told = words;
  };

  readonly undo = (): void => this.#turn(undo, 'Flyttingen er angret.');
  readonly redo = (): void => this.#turn(redo, 'Flyttingen er gjort igjen.');

  readonly #turn = (way: typeof undo, words: string): void => {
    const { result } = this;
    const turned = result === null ? null : way(this.#moves, result.placed);
    if (result === null || turned === null) return;
    this.held = null;
    this.#moves = turned.history;
    this.#place(result, turned.placed);
    this.told = words;
  };

  readonly #place = (result: Result, placed: Placed): void =>
    // What is in use is left as it was: this is another one.
    this.#put({ ...result, placed, ...(this.saved ? { arrangementId: crypto.randomUUID() } : {}) });

  readonly #put = (result: Result): void => {
    this.draft.value.result = result;
  };

  /** The fields as in an earlier arrangement. */
  readonly useSettingsOf = (asked: Asked): void => {
    this.draft.value.settings = withEarlier(this.settings, asked);
  };
}
