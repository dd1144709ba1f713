import { dragged, gripped, type Grip, type Point } from './drag.ts';

type Drag = (pupilId: string, place: Point | null) => void;

const screen = ({ clientX: x, clientY: y }: PointerEvent): Point => ({ x, y });

/** A pointer's hold on one pupil of a picture. Without `ondrag` there is nothing to take hold of. */
export class PupilHand {
  #grip: Grip | null = null;
  readonly #picture: () => SVGSVGElement | undefined;
  readonly #ondrag: () => Drag | undefined;
  readonly #ondrop: (pupilId: string, place: Point) => void;

  constructor(
    picture: () => SVGSVGElement | undefined,
    ondrag: () => Drag | undefined,
    ondrop: (pupilId: string, place: Point) => void,
  ) {
    this.#picture = picture;
    this.#ondrag = ondrag;
    this.#ondrop = ondrop;
  }

  readonly press = (
    event: PointerEvent & { currentTarget: Element },
    place: Point & { readonly id: string },
  ): void => {
    const at = this.#inPicture(event);
    if (this.#ondrag() === undefined || event.button !== 0 || at === null) return;
    this.#grip = gripped(place.id, place, at, screen(event));
    event.currentTarget.setPointerCapture(event.pointerId);
  };

  readonly drag = (event: PointerEvent): void => {
    const at = this.#grip && this.#inPicture(event);
    if (this.#grip === null || at === null) return;
    const now = dragged(this.#grip, at, screen(event));
    this.#grip = now.grip;
    if (now.place !== null) this.#ondrag()?.(now.grip.id, now.place);
  };

  readonly release = (event: PointerEvent): void => {
    const at = this.#grip && this.#inPicture(event);
    const place = this.#grip && at && dragged(this.#grip, at, screen(event)).place;
    if (this.#grip && place) this.#ondrop(this.#grip.id, place);
    this.#grip = null;
  };

  /** Without having moved the pupil. */
  readonly letGo = (): void => {
    if (this.#grip?.drags === true) this.#ondrag()?.(this.#grip.id, null);
    this.#grip = null;
  };

  #inPicture({ clientX, clientY }: PointerEvent): Point | null {
    const matrix = this.#picture()?.getScreenCTM()?.inverse();
    return matrix ? new DOMPoint(clientX, clientY).matrixTransform(matrix) : null;
  }
}
