import type {
  AddedPerson,
  ConfirmRelations,
  ConfirmTraining,
  GiveRelation,
  HiddenPupils,
  HidePupil,
  PersonName,
  PupilsToHide,
  StaffList,
} from '@samhold/contract';
import { del, get, post, put } from '#lib/api.ts';

export const readStaff = () => get<StaffList>('/staff');
export const addPerson = (name: PersonName) => post<AddedPerson>('/staff', name);
export const renamePerson = (staffId: string, name: PersonName) => put(`/staff/${staffId}/name`, name);
export const deactivatePerson = (staffId: string) => post(`/staff/${staffId}/deactivate`);
export const reactivatePerson = (staffId: string) => post(`/staff/${staffId}/reactivate`);

export const giveRelation = (staffId: string, wish: GiveRelation) =>
  post(`/staff/${staffId}/relations`, wish);
export const confirmRelations = (wish: ConfirmRelations) => post('/relations/confirm', wish);
/** Of an owner beside the one there is, by another administrator than the one who proposed. */
export const confirmOwner = (relationId: string) => post(`/relations/${relationId}/confirm-owner`);
/** Ends what holds, and declines what is proposed. */
export const endRelation = (relationId: string) => post(`/relations/${relationId}/end`);
export const confirmTraining = (training: ConfirmTraining) => post('/training', training);

export const readHiddenPupils = () => get<HiddenPupils>('/hidden-pupils');
/** The opening of a class list: it is logged. */
export const readPupilsToHide = (classId: string) => get<PupilsToHide>(`/hidden-pupils/class/${classId}`);
export const hidePupil = (wish: HidePupil) => post('/hidden-pupils', wish);
export const showPupil = (pupilId: string) => del(`/hidden-pupils/${pupilId}`);
