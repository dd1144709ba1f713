import { costCount, writeCosts } from './costs.ts';
import type { Placing } from './placing.ts';
import type { RoomGraph } from './room-graph.ts';

/** Who sits in each seat, −1 for nobody, with the costs kept up to date as pupils change seats. */
export class Seated {
  readonly pupilAt: Int32Array;
  readonly seatOf: Int32Array;
  /** Sum of the costs over all pupils. */
  readonly total = new Int32Array(costCount);
  private readonly costs: Int32Array;
  private readonly near: Int32Array[];
  private readonly stamp: Int32Array;
  private round = 0;
  private readonly placing: Placing;
  private readonly room: RoomGraph;

  constructor(placing: Placing, room: RoomGraph, pupilAt: ArrayLike<number>) {
    this.placing = placing;
    this.room = room;
    this.pupilAt = Int32Array.from(pupilAt);
    this.seatOf = new Int32Array(placing.pupils.length).fill(-1);
    this.pupilAt.forEach((pupil, seat) => {
      if (pupil >= 0) this.seatOf[pupil] = seat;
    });
    this.costs = new Int32Array(placing.pupils.length * costCount);
    this.near = room.neighbours.map(({ length }) => new Int32Array(length));
    this.stamp = new Int32Array(room.neighbours.length);
    room.neighbours.forEach((_, seat) => this.recount(seat));
  }

  /** Whether those in the two seats may change places. */
  mayChange(a: number, b: number): boolean {
    const { allowed } = this.room;
    if (allowed === undefined) return true;
    const seats = this.pupilAt.length;
    const [i, j] = [this.pupilAt[a]!, this.pupilAt[b]!];
    return (i < 0 || allowed[i * seats + b] === 1) && (j < 0 || allowed[j * seats + a] === 1);
  }

  change(a: number, b: number): void {
    const [i, j] = [this.pupilAt[a]!, this.pupilAt[b]!];
    this.pupilAt[a] = j;
    this.pupilAt[b] = i;
    if (i >= 0) this.seatOf[i] = b;
    if (j >= 0) this.seatOf[j] = a;
    this.round += 1;
    for (const seat of [a, b]) {
      this.recountOnce(seat);
      for (const next of this.room.neighbours[seat]!) this.recountOnce(next);
    }
  }

  private recountOnce(seat: number): void {
    if (this.stamp[seat] === this.round) return;
    this.stamp[seat] = this.round;
    this.recount(seat);
  }

  private recount(seat: number): void {
    const pupil = this.pupilAt[seat]!;
    if (pupil < 0) return;
    const beside = this.room.neighbours[seat]!;
    const near = this.near[seat]!;
    for (let k = 0; k < beside.length; k += 1) near[k] = this.pupilAt[beside[k]!]!;
    const at = pupil * costCount;
    for (let k = 0; k < costCount; k += 1) this.total[k] = (this.total[k] ?? 0) - (this.costs[at + k] ?? 0);
    writeCosts(this.placing, pupil, near, this.costs, at);
    for (let k = 0; k < costCount; k += 1) this.total[k] = (this.total[k] ?? 0) + (this.costs[at + k] ?? 0);
  }
}
