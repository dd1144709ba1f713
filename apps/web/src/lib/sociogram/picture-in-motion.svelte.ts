import { betweenPictures, type MovingPicture, type Picture } from '@samhold/analysis';

/** The picture on the screen, which goes to the next one from wherever it is. */
export class PictureInMotion {
  shown = $state.raw<Picture | MovingPicture | null>(null);
  #frame = 0;

  constructor(first: Picture | null) {
    this.shown = first;
  }

  /** Goes there in so many ms; at once when the reader has asked for less motion. */
  readonly goTo = (next: Picture | null, ms: number): void => {
    this.stop();
    const before = this.shown;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    if (before === null || next === null || still) {
      this.shown = next;
      return;
    }
    let start: number | undefined;
    const step = (now: number): void => {
      start ??= now;
      const share = Math.min(1, (now - start) / ms);
      this.shown = share === 1 ? next : betweenPictures(before, next, share);
      if (share < 1) this.#frame = requestAnimationFrame(step);
    };
    this.#frame = requestAnimationFrame(step);
  };

  /** Is there at once, as under a finger. */
  readonly jumpTo = (picture: Picture): void => {
    this.stop();
    this.shown = picture;
  };

  readonly stop = (): void => cancelAnimationFrame(this.#frame);
}
