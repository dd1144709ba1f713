import type { StaffActor } from '../access/actor.ts';

type Wish = { readonly staffId: string; readonly passedOn: boolean };

const teachesSocially = (actor: StaffActor): boolean =>
  actor.relations.some(({ kind }) => kind === 'social_teacher');

/** See who asked: the adult the pupil chose, and the social teachers when nobody had opened the wish in time. */
export const mayOpenWish = (actor: StaffActor, wish: Wish): boolean =>
  wish.staffId === actor.staffId || (wish.passedOn && teachesSocially(actor));

/** Say that the talk has been held: they, and the contact teachers of the class. */
export const mayHandleWish = (actor: StaffActor, wish: Wish & { readonly classId: string }): boolean =>
  mayOpenWish(actor, wish) ||
  actor.relations.some(({ kind, classId }) => kind === 'contact_teacher' && classId === wish.classId);

export const seesPassedOn = teachesSocially;
