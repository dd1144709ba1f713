/** Timers that fire when the simulation moves the clock. */
export function createVirtualClock() {
  let now = 1_000_000;
  const timers = new Set<{ readonly at: number; readonly run: () => void }>();
  async function advance(ms: number, settle: () => Promise<void>): Promise<void> {
    const end = now + ms;
    for (;;) {
      const due = [...timers].filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at)[0];
      if (due === undefined) break;
      timers.delete(due);
      now = Math.max(now, due.at);
      due.run();
      await settle();
    }
    now = end;
  }

  return {
    now: () => now,
    after(ms: number, run: () => void): () => void {
      const timer = { at: now + ms, run };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    /** Moves on and fires what is due, in order of time. */
    advance,
    /** The tablet sleeps: nothing fires meanwhile, and what was due does so when it wakes. */
    async sleep(ms: number, settle: () => Promise<void>): Promise<void> {
      now += ms;
      await advance(0, settle);
    },
  };
}
export type VirtualClock = ReturnType<typeof createVirtualClock>;
