import { randomUUID } from 'node:crypto';
import type { OpenCase, RecordCaseEntry, RecordableContent } from '@samhold/contract';

/** A case on one pupil, known since today, as staff open one. */
export const caseAbout = (pupilId: string, knownOn: string, changes: Partial<OpenCase> = {}): OpenCase => ({
  caseId: randomUUID(),
  kind: 'environment',
  title: 'Alene i friminuttene',
  knownOn,
  serious: false,
  classId: null,
  pupils: [{ pupilId, part: 'concerned' }],
  responsibleId: null,
  participantIds: [],
  accusedIds: [],
  from: 'staff',
  what: 'Står alene ved gjerdet i de fleste friminuttene.',
  signalIds: [],
  talkWish: null,
  surveyClassId: null,
  reportIds: [],
  ...changes,
});

export const entryOf = (
  content: RecordableContent,
  revision: number,
  occurredOn: string,
  changes: Partial<RecordCaseEntry> = {},
): RecordCaseEntry => ({
  entryId: randomUUID(),
  revision,
  occurredOn,
  pupilId: null,
  corrects: null,
  content,
  ...changes,
});

export const noteOf = (occurredOn: string): RecordCaseEntry =>
  entryOf({ kind: 'note', text: 'Lekte med to andre i dag.' }, 0, occurredOn);
