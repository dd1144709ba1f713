/** How far this process has come between its start and its end. */
export type Progress = {
  /** Whether what it needs of the database has been seen once. */
  readonly prepared: () => boolean;
  /** Whether a balancer should send requests here, as far as the process itself knows. */
  readonly accepts: () => boolean;
  /** Aborted when answers that last must end, so that who follows them goes on at another server. */
  readonly ending: AbortSignal;
};

export type ProgressSteps = Progress & {
  readonly markPrepared: () => void;
  readonly markStopping: () => void;
  readonly endLongAnswers: () => void;
};

export const openProgress = (): ProgressSteps => {
  let prepared = false;
  let stopping = false;
  const ending = new AbortController();
  return {
    prepared: () => prepared,
    accepts: () => prepared && !stopping,
    ending: ending.signal,
    markPrepared: () => {
      prepared = true;
    },
    markStopping: () => {
      stopping = true;
    },
    endLongAnswers: () => ending.abort(),
  };
};
