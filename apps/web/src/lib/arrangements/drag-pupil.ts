import type { Attachment } from 'svelte/attachments';

/** Moved less than this many px it is a press, not a drag. */
const least = 5;

/**
 * Lets a mouse or pen drag the element to whatever carries `data-drop`. A finger scrolls the page instead: it points at the pupil and then at
 * the place.
 */
export const draggable =
  (dropped: (target: HTMLElement) => void): Attachment<HTMLElement> =>
  (element) => {
    let start: PointerEvent | null = null;
    let drags = false;
    let over: HTMLElement | null = null;

    const targetAt = ({ clientX, clientY }: PointerEvent): HTMLElement | null => {
      const found = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>('[data-drop]') ?? null;
      return found === element ? null : found;
    };
    const mark = (next: HTMLElement | null): void => {
      if (next === over) return;
      over?.removeAttribute('data-over');
      next?.setAttribute('data-over', '');
      over = next;
    };
    // Heard anywhere: what is dragged lies out of the pointer's way, so that the place below it is found.
    const move = (event: PointerEvent): void => {
      if (start === null) return;
      const [x, y] = [event.clientX - start.clientX, event.clientY - start.clientY];
      if (!drags && Math.hypot(x, y) < least) return;
      drags = true;
      element.setAttribute('data-dragging', '');
      element.style.translate = `${x}px ${y}px`;
      mark(targetAt(event));
    };
    const end = (): void => {
      start = null;
      mark(null);
      element.removeAttribute('data-dragging');
      element.style.translate = '';
      removeEventListener('pointermove', move);
      removeEventListener('pointerup', release);
      removeEventListener('pointercancel', end);
      removeEventListener('keydown', giveUp);
    };
    const release = (event: PointerEvent): void => {
      const target = drags ? targetAt(event) : null;
      end();
      if (target !== null) dropped(target);
    };
    const giveUp = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') end();
    };
    const press = (event: PointerEvent): void => {
      drags = false;
      if (event.button !== 0 || event.pointerType === 'touch') return;
      start = event;
      addEventListener('pointermove', move);
      addEventListener('pointerup', release);
      addEventListener('pointercancel', end);
      addEventListener('keydown', giveUp);
    };
    // The press that ends a drag is none.
    const click = (event: MouseEvent): void => {
      if (!drags) return;
      drags = false;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    element.addEventListener('pointerdown', press);
    element.addEventListener('click', click, true);
    return () => {
      end();
      element.removeEventListener('pointerdown', press);
      element.removeEventListener('click', click, true);
    };
  };
