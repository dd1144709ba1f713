import type { NewView, SignalView } from '@samhold/contract';
import type { StaffActor } from '../access/actor.ts';
import { logOpening } from '../access/log.ts';
import { mayReadNamedResults } from '../access/policy.ts';
import { dayOf } from '../calendar-days.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { signalViewPlace } from './open-views.ts';
import * as queries from './queries.ts';
import { signalOfClass } from './service.ts';

/** Sets what the pupil or a guardian says of a signal beside it and what staff judged of it (P5). The same id again is the same view. */
export const addSignalView = (
  deps: Dependencies,
  actor: StaffActor,
  signalId: string,
  { viewId, whose, text }: NewView,
): Promise<SignalView> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const { schoolId, staffId } = actor;
    const now = deps.now();
    const found = await queries.lockSignal(tx, schoolId, signalId);
    if (found === undefined || !mayReadNamedResults(actor, found.class_id)) throw new AppError('not_found');
    const school = await sealer();
    await queries.insertView(tx, {
      ...{ school_id: schoolId, view_id: viewId, signal_id: signalId, whose },
      ...{ recorded_by: staffId, recorded_at: now },
      body: school.seal(text, signalViewPlace(viewId)),
    });
    const signal = await signalOfClass(tx, school, schoolId, found.class_id, signalId, dayOf(now));
    // The id may have been used before, here for the same words or somewhere else.
    if (signal.views.find((view) => view.viewId === viewId)?.text !== text)
      throw new AppError('text_changed');
    await logOpening(tx, actor, now, {
      ...{ action: 'signal.view', subjectKind: 'signal', subjectId: signalId },
      purpose: 'write down what is said of it',
    });
    return signal;
  });
