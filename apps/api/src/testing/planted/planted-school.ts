import { randomUUID } from 'node:crypto';
import type { AccessExport, CaseDocument, MeetingPage } from '@samhold/contract';
import { expect } from 'vitest';
import { dayOf } from '../../calendar-days.ts';
import { fieldsOf } from '../../case-documents/sections.ts';
import { bodyOf, openTablet, put, readForm, wholeResponse } from '../answering.ts';
import { json, type Browser } from '../browser.ts';
import { caseAbout } from '../made-cases.ts';
import { madeMeasure } from '../made-measure.ts';
import { openSeatedSchool, type Ids, type SeatedSchool } from '../seated-school.ts';
import type { TestHouse } from '../test-house.ts';
import { firstPlanted, idOfPlanted, lastPlanted, plantedRoster } from './planted-pupils.ts';

/** Asks, and throws when it is refused. */
const done = async (browser: Browser, path: string, options?: RequestInit): Promise<Response> => {
  const response = await browser(path, options);
  if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
  return response;
};

type Reviewed = Pick<CaseDocument | AccessExport, 'revision' | 'sections'>;

/** Reads every text of a document or an export, and lets the file be made. */
const finish = async (browser: Browser, path: string): Promise<void> => {
  const opened = await bodyOf<Reviewed>(await done(browser, path));
  let { revision } = opened;
  for (const { key } of fieldsOf(opened.sections)) {
    const read = json('PUT', { revision, key, read: true, decisions: [] });
    ({ revision } = await bodyOf<Reviewed>(await done(browser, `${path}/review`, read)));
  }
  await done(browser, `${path}/finish`, json('POST', { revision }));
};

/** Everything that could be on the agenda is, with minutes and a task. */
const holdMeeting = async ({ browserOf, ids }: SeatedSchool, dueOn: string): Promise<void> => {
  const social = browserOf('social teacher');
  const path = `/api/v1/meetings/${ids.meetingId}`;
  const { candidates } = await bodyOf<MeetingPage>(await done(social, path));
  for (const { kind, subjectId } of candidates) {
    const itemId = randomUUID();
    await done(social, `${path}/points`, json('POST', { itemId, kind, subjectId }));
    const minutes = json('PUT', { revision: 1, minutes: 'Eleven følges opp.' });
    await done(social, `/api/v1/meeting-points/${itemId}/minutes`, minutes);
    const task = { taskId: randomUUID(), what: 'Snakke med eleven.', ownerId: ids.staffId, dueOn };
    await done(social, `/api/v1/meeting-points/${itemId}/tasks`, json('POST', task));
  }
};

/** A case on the last planted pupil to which the first is another party, with a document for each that is finished. */
const holdCase = async (seated: SeatedSchool, knownOn: string, last: string): Promise<Partial<Ids>> => {
  const leadership = seated.browserOf('leadership');
  const { pupilId } = seated.ids;
  const made = caseAbout(pupilId, knownOn, {
    participantIds: [seated.staffIds.get('case participant') ?? ''],
    pupils: [
      { pupilId, part: 'concerned' },
      { pupilId: last, part: 'involved' },
    ],
  });
  await done(leadership, '/api/v1/cases', json('POST', made));
  const path = `/api/v1/cases/${made.caseId}/documents`;
  const [documentId, ofOther] = [randomUUID(), randomUUID()];
  for (const [id, party] of [
    [documentId, pupilId],
    [ofOther, last],
  ] as const) {
    await done(leadership, path, json('POST', { documentId: id, kind: 'report', pupilId: party }));
    await finish(leadership, `${path}/${id}`);
  }
  return { caseId: made.caseId, documentId };
};

const beginAccessExport = async ({ browserOf }: SeatedSchool, pupilId: string, askedOn: string) => {
  const exportId = randomUUID();
  const path = `/api/v1/pupil-rights/${pupilId}/exports`;
  await done(browserOf('leadership'), path, json('POST', { exportId, askedOn }));
  return { exportId, path: `${path}/${exportId}` };
};

export type PlantedSchool = SeatedSchool & {
  /** A classmate who chose the planted pupil, and somebody's begun and finished answers to what is recorded of that one. */
  readonly classmate: { readonly pupilId: string; readonly exports: readonly string[] };
};

/** A school with somebody in every seat, in which two pupils with names found nowhere else take part in everything there is. */
export const openPlantedSchool = async (house: TestHouse): Promise<PlantedSchool> => {
  const seated = await openSeatedSchool(house, plantedRoster);
  const { browserOf, cards, classCode, ids } = seated;
  const [teacher, leadership] = [browserOf('contact teacher of the class'), browserOf('leadership')];
  const [first, last] = [idOfPlanted(seated, firstPlanted), idOfPlanted(seated, lastPlanted)];
  const today = dayOf(house.deps.now());
  for (const card of [cards[0], cards.at(-1)]) {
    const tablet = await openTablet(house, classCode, card ?? expect.fail());
    const form = await readForm(tablet);
    await put(tablet, wholeResponse(form, undefined, form.adults[0]?.staffId));
  }
  for (const pupilId of [first, last]) {
    const talk = { version: 0, topics: 'Friminuttene', agreed: 'Mer lek', heldOn: today, nextOn: null };
    await done(teacher, `/api/v1/classes/${ids.classId}/pupils/${pupilId}/talk`, json('PUT', talk));
  }
  const measure = madeMeasure(randomUUID(), { pupilIds: [first, last] });
  await done(teacher, `/api/v1/classes/${ids.classId}/measures`, json('POST', measure));
  const view = { viewId: randomUUID(), whose: 'guardian', text: 'Vi ser det samme.' };
  await done(teacher, `/api/v1/signals/${ids.signalId}/views`, json('POST', view));
  const places = { moved: [first, last].map((pupilId) => ({ pupilId, place: { x: 500, y: 300 } })) };
  await done(teacher, `/api/v1/sittings/${ids.sociogramId}/sociogram/places`, json('PUT', places));
  const ofCase = await holdCase(seated, today, last);
  await holdMeeting(seated, today);
  const own = await beginAccessExport(seated, first, today);
  await finish(leadership, own.path);
  const classmate = cards[9]?.pupil.pupilId ?? '';
  const begun = await beginAccessExport(seated, classmate, today);
  const finished = await beginAccessExport(seated, classmate, today);
  await finish(leadership, finished.path);
  return {
    ...seated,
    ids: { ...ids, ...ofCase, accessExportId: own.exportId },
    classmate: { pupilId: classmate, exports: [begun.path, finished.path] },
  };
};
