/** Asks a worker of its own, which ends with the answer or when it is no longer wanted. */
export const askAside = <Asked, Answer>(
  start: () => Worker,
  asked: Asked,
  done: (answer: Answer) => void,
  failed: () => void,
): (() => void) => {
  const worker = start();
  const end = (): void => worker.terminate();
  worker.onmessage = ({ data }: MessageEvent<Answer>) => {
    end();
    done(data);
  };
  worker.onerror = () => {
    end();
    failed();
  };
  worker.postMessage(asked);
  return end;
};
