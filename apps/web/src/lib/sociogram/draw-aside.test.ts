import { drawPicture, type Picture, type PictureRequest } from '@samhold/analysis';
import { describe, expect, it, vi } from 'vitest';
import { drawAside, isDrawnAside } from './draw-aside.ts';

const choices = [
  { from: 'a', to: 'b' },
  { from: 'b', to: 'a' },
  { from: 'c', to: 'a' },
];
const pupils = ['a', 'b', 'c'].map((id) => ({ id, label: id }));
const request: PictureRequest = {
  rounds: [{ pupils, choices, respondents: ['a', 'b', 'c'], places: new Map([['a', { x: 500, y: 200 }]]) }],
  criterion: null,
  as: 'network',
};

/** A worker that runs the same function at once, on a copy, as a worker gets it. */
const workerStub = () => {
  const worker = {
    onmessage: null as ((event: { data: Picture }) => void) | null,
    onerror: null as (() => void) | null,
    terminate: vi.fn(),
    postMessage: vi.fn((sent: PictureRequest) =>
      worker.onmessage?.({ data: structuredClone(drawPicture(structuredClone(sent))) }),
    ),
  };
  return worker;
};
// Only what drawAside uses of a worker is there.
const asWorker = (stub: ReturnType<typeof workerStub>) => stub as unknown as Worker;

describe('where a sociogram is drawn', () => {
  it('is on the page up to 60 pupils and in a worker above, where there are workers', () => {
    expect(isDrawnAside(60, true)).toBe(false);
    expect(isDrawnAside(61, true)).toBe(true);
    expect(isDrawnAside(400, false)).toBe(false);
  });

  it('makes no difference to the picture, and the worker ends with it', () => {
    const stub = workerStub();
    const done = vi.fn();
    drawAside(request, done, vi.fn(), () => asWorker(stub));
    expect(done).toHaveBeenCalledExactlyOnceWith(drawPicture(request));
    expect(stub.terminate).toHaveBeenCalledOnce();
  });

  it('is told when the worker fails, so that the page can draw itself', () => {
    const stub = workerStub();
    stub.postMessage.mockImplementation(() => stub.onerror?.());
    const failed = vi.fn();
    drawAside(request, vi.fn(), failed, () => asWorker(stub));
    expect(failed).toHaveBeenCalledOnce();
    expect(stub.terminate).toHaveBeenCalledOnce();
  });

  it('ends the worker when the picture is no longer wanted', () => {
    const stub = workerStub();
    stub.postMessage.mockImplementation(() => undefined);
    drawAside(request, vi.fn(), vi.fn(), () => asWorker(stub))();
    expect(stub.terminate).toHaveBeenCalledOnce();
  });
});
