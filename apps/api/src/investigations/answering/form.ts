import { aboutInvestigation, investigationQuestionnaire } from '@samhold/survey';
import type { PupilForm } from '@samhold/contract';
import type { PupilCredential } from '../../access/actor.ts';
import type { Dependencies } from '../../dependencies.ts';
import { keysOf, uploadToken } from '../../responses/upload-token.ts';
import { pupilLabels, wholeNames } from '../../roster/names.ts';
import { classLanguages } from '../../school/languages.ts';
import { pupilsOf, readersOf } from '../queries.ts';
import { lowestGradeOf } from '../show.ts';
import { knownParts, liveSession } from './queries.ts';

/** Each may be named by as many as three, as routine sociograms are asked in lower grades. */
export const MOST_CHOICES = 3;

/** What the tablet needs, with page one of its own: who sees what, and what for. Nothing when there is no such session. */
export const readInvestigationForm = (
  deps: Dependencies,
  { schoolId, tokenHash }: PupilCredential,
): Promise<PupilForm | undefined> =>
  deps.db.inScope({ schoolId }, async (tx, sealer) => {
    const session = await liveSession(tx, schoolId, tokenHash, deps.now());
    if (session === undefined || session.submitted_at !== null) return undefined;
    const { investigation_id: id, pupil_id: pupilId } = session;
    const school = await sealer();
    const listed = await pupilsOf(tx, schoolId, id);
    const labels = await pupilLabels(
      tx,
      school,
      schoolId,
      listed.map((one) => one.pupil_id),
    );
    const readers = await readersOf(tx, schoolId, id);
    const names = await wholeNames(tx, school, schoolId, readers);
    const questionnaire = investigationQuestionnaire(session.criteria, lowestGradeOf(listed));
    const upload = uploadToken(deps.keyring, schoolId, tokenHash);
    const parts = await knownParts(tx, schoolId, upload.tokenHash);
    const answered = await tx
      .selectFrom('investigation_answer')
      .select('item_id')
      .where('school_id', '=', schoolId)
      .where('investigation_id', '=', id)
      .where('pupil_id', '=', pupilId)
      .orderBy('item_id')
      .execute();
    return {
      pupil: labels.find((label) => label.pupilId === pupilId) ?? { pupilId, label: '–' },
      className: session.class_name,
      sittingId: id,
      closesAt: session.closes_at.toISOString(),
      questionnaireId: questionnaire.id,
      questionnaireVersion: questionnaire.version,
      questionnaire,
      settings: { criteria: [...session.criteria], maxChoices: MOST_CHOICES },
      languages: await classLanguages(tx, schoolId, session.class_id),
      classmates: labels.filter((label) => label.pupilId !== pupilId),
      orderSeed: session.order_seed,
      gradeMates: [],
      adults: [...names].map(([staffId, name]) => ({ staffId, name })),
      response:
        session.response_id === null
          ? null
          : { responseId: session.response_id, answeredItemIds: answered.map((row) => row.item_id) },
      readAloud: { on: true, clipsFirst: false, clips: [] },
      upload: {
        token: upload.token,
        publicKey: (await keysOf(deps.keyring, schoolId, session.wrapped_key)).publicKey,
        nextPart: (parts.at(-1)?.number ?? 0) + 1,
      },
      investigation: { about: [...aboutInvestigation], readers: [...names.values()] },
    };
  });

/** Ends the session of this tablet; one that is none is ended already. */
export const leaveInvestigation = (
  deps: Dependencies,
  { schoolId, tokenHash }: PupilCredential,
): Promise<unknown> =>
  deps.db.inScope({ schoolId }, (tx) =>
    tx
      .deleteFrom('investigation_session')
      .where('school_id', '=', schoolId)
      .where('token_hash', '=', tokenHash)
      .execute(),
  );
