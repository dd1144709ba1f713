import type { HandPlaces } from '@samhold/analysis';
import type { SociogramRound } from '@samhold/contract';
import { movePupils } from '#lib/staff-calls.ts';
import {
  afterMoves,
  noHistory,
  redone,
  undone,
  withMoves,
  type HandHistory,
  type Moves,
} from './hand-history.ts';
import { placeSaver, type Saving } from './place-saver.ts';

const nobody: HandPlaces = new Map();

const placesIn = (places: SociogramRound['places']): HandPlaces =>
  new Map(places.map(({ pupilId, place }) => [pupilId, place]));

/** Where pupils were put by hand, round by round: moved, undone and kept. */
export class HandPlacing {
  #places = $state.raw<ReadonlyMap<string, HandPlaces>>(new Map());
  #histories = $state.raw<ReadonlyMap<string, HandHistory>>(new Map());
  saving = $state.raw<Saving>({ state: 'saved' });
  /** Whether anything was moved here, so that there is something to say about it. */
  used = $state(false);
  /** Keeps at once what waits to be tried again. */
  tryNow: () => void = () => undefined;

  readonly #keep = placeSaver({
    put: async (sittingId, moves) => {
      const moved = [...moves].map(([pupilId, place]) => ({ pupilId, place }));
      return placesIn((await movePupils(sittingId, { moved })).places);
    },
    kept: (sittingId, places) => this.#show(sittingId, places),
    told: (saving) => (this.saving = saving),
    wait: (ms) =>
      new Promise<void>((resolve) => {
        this.tryNow = resolve;
        setTimeout(resolve, ms);
      }),
  });

  constructor(rounds: readonly SociogramRound[]) {
    this.#places = new Map(rounds.map(({ sitting, places }) => [sitting.sittingId, placesIn(places)]));
  }

  readonly placesOf = (sittingId: string): HandPlaces => this.#places.get(sittingId) ?? nobody;
  readonly #historyOf = (sittingId: string): HandHistory => this.#histories.get(sittingId) ?? noHistory;
  readonly canUndo = (sittingId: string): boolean => this.#historyOf(sittingId).done.length > 0;
  readonly canRedo = (sittingId: string): boolean => this.#historyOf(sittingId).undone.length > 0;

  /** `continues` while a key is held down. */
  readonly move = (sittingId: string, moves: Moves, continues = false): void => {
    if (moves.size === 0) return;
    const history = withMoves(
      this.#historyOf(sittingId),
      this.placesOf(sittingId),
      moves,
      performance.now(),
      continues,
    );
    this.#go(sittingId, { history, moves });
  };

  readonly undo = (sittingId: string): void => this.#go(sittingId, undone(this.#historyOf(sittingId)));
  readonly redo = (sittingId: string): void => this.#go(sittingId, redone(this.#historyOf(sittingId)));

  /** Everybody back to where the picture puts them. */
  readonly release = (sittingId: string): void =>
    this.move(sittingId, new Map([...this.placesOf(sittingId).keys()].map((id) => [id, null])));

  readonly #go = (sittingId: string, turned: { history: HandHistory; moves: Moves } | null): void => {
    if (turned === null) return;
    this.used = true;
    this.#histories = new Map([...this.#histories, [sittingId, turned.history]]);
    this.#show(sittingId, afterMoves(this.placesOf(sittingId), turned.moves));
    this.#keep(sittingId, turned.moves);
  };

  readonly #show = (sittingId: string, places: HandPlaces): void => {
    this.#places = new Map([...this.#places, [sittingId, places]]);
  };
}
