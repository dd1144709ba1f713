import type { StaffActor } from '../access/actor.ts';
import { logOpening } from '../access/log.ts';
import { dayOf } from '../calendar-days.ts';
import type { Dependencies } from '../dependencies.ts';
import { schoolName } from '../school/service.ts';
import { agendaSheet } from './agenda-sheet.ts';
import { ownMeeting, pointsOf } from './read-meeting.ts';

/** The agenda as PDF without names: of a task not even the words, and what is about staff not at all. */
export const printAgenda = (deps: Dependencies, actor: StaffActor, meetingId: string): Promise<Buffer> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const now = deps.now();
    const meeting = await ownMeeting(tx, actor, meetingId);
    const { seen } = await pointsOf(tx, await sealer(), actor, meetingId, now);
    await logOpening(tx, actor, now, {
      action: 'meeting.printed',
      subjectKind: 'meeting',
      subjectId: meetingId,
      purpose: 'have the agenda on the table',
    });
    return agendaSheet({
      heldOn: String(meeting.held_on),
      schoolName: await schoolName(tx, actor.schoolId),
      day: dayOf(now),
      points: seen.flatMap(({ kind, content: { onPaper, reason } }) =>
        onPaper === null ? [] : [{ title: onPaper, reason: kind === 'task' ? '' : reason }],
      ),
    });
  });
