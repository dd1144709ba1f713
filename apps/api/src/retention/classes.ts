import type { TableName } from '@samhold/db';
import type { Kept, RetentionClass } from './clock.ts';

const stays = (of: RetentionClass): Kept => ({ class: of, clock: { until: 'the school leaves' } });
const hash: Kept = { class: 'lookup', clock: { until: 'its hash is gone' } };
const ofSitting = (...pupils: readonly string[]): Kept => ({
  class: 'raw answers',
  clock: { until: 'the school year is over', by: 'sitting_id', pupils },
});
const ofClass = (...pupils: readonly string[]): Kept => ({
  class: 'raw answers',
  clock: { until: 'the school year is over', by: 'class_id', pupils },
});
const within = (of: TableName, key: string, ...pupils: readonly string[]): Kept => ({
  class: 'raw answers',
  clock: { until: 'its row is gone', of, key, pupils },
});
const after = (of: RetentionClass, since: string, days: number, lookup?: TableName): Kept => ({
  class: of,
  clock: { until: 'days have gone', since, days, ...(lookup === undefined ? {} : { lookup }) },
});
const ofPupil = (lookup?: TableName): Kept => ({
  class: 'roster',
  clock: { until: 'the pupil has left', by: 'pupil_id', ...(lookup === undefined ? {} : { lookup }) },
});
const ofStaff = (lookup?: TableName): Kept => ({
  class: 'staff',
  clock: { until: 'the staff member has left', ...(lookup === undefined ? {} : { lookup }) },
});
const withCase: Kept = {
  class: 'case',
  clock: { until: 'a day of its own', by: 'case-documents/delete-cases.ts' },
};
const ofInvestigation: Kept = {
  class: 'raw answers',
  clock: { until: 'a day of its own', by: 'investigations/clock.ts' },
};
const ofRecord = (of: TableName, key: string, only?: 'case_id is null'): Kept => ({
  class: 'case',
  clock: { until: 'its row is gone', of, key, ...(only === undefined ? {} : { only }) },
});

/** Longer than a claim for redress after something at school usually takes to come. */
const FIVE_YEARS = 5 * 365 + 2;

/**
 * How long each table keeps its rows. The order is the order of deletion: what refers to a row comes before the row. The
 * type wants every table; a test compares it with the migrated schema.
 */
export const keptTables: { readonly [T in TableName]: Kept } = {
  staff_session: after('session', 'ends_at', 1),
  pupil_session: after('session', 'last_seen_at', 1),
  investigation_session: after('session', 'last_seen_at', 1),
  roster_import_change: {
    class: 'session',
    clock: { until: 'a day of its own', by: 'roster/import/stored-imports.ts' },
  },

  answer: within('response', 'response_id'),
  nomination: within('response', 'response_id', 'nominee_id'),
  outside_nomination: within('response', 'response_id', 'nominee_id'),
  response: ofSitting('pupil_id'),
  response_part: within('upload', 'token_hash'),
  upload: ofSitting('pupil_id'),
  talk_wish: ofSitting('pupil_id'),
  pupil_help: ofSitting('pupil_id'),
  voided_response: ofSitting('pupil_id'),
  sociogram_place: ofSitting(),
  network_pupils: ofSitting(),
  verification: within('signal', 'signal_id'),
  signal_view: within('signal', 'signal_id'),
  signal: ofSitting('pupil_id'),
  sitting_pupil: ofSitting('pupil_id'),
  note_version: within('note', 'note_id'),
  note_view: within('note', 'note_id'),
  note: ofClass('pupil_id'),
  pupil_talk_version: within('pupil_talk', 'pupil_talk_id'),
  pupil_talk: ofClass('pupil_id'),
  arrangement_place: within('arrangement', 'arrangement_id'),
  arrangement: ofClass(),
  class_measure_pupil: within('class_measure', 'measure_id', 'pupil_id'),
  class_measure: {
    class: 'raw answers',
    clock: {
      ...{ until: 'the school year is over', by: 'class_id' },
      pupilsIn: { table: 'class_measure_pupil', key: 'measure_id' },
    },
  },
  access_export: {
    class: 'raw answers',
    clock: { until: 'days have gone', since: 'made_at', days: 90, pupils: ['pupil_id'] },
  },
  investigation_reply: ofInvestigation,
  investigation_answer: ofInvestigation,
  investigation_part: ofInvestigation,
  investigation_upload: ofInvestigation,
  investigation_pupil: ofInvestigation,

  incident_step: ofRecord('incident_report', 'report_id'),
  incident_accused: ofRecord('incident_report', 'report_id'),
  incident_pupil: ofRecord('incident_report', 'report_id'),
  meeting_addition: ofRecord('meeting_item', 'item_id'),
  case_task: ofRecord('meeting_item', 'item_id', 'case_id is null'),
  meeting_item: ofRecord('pupil_meeting', 'meeting_id'),
  meeting_participant: ofRecord('pupil_meeting', 'meeting_id'),
  pupil_meeting: after('case', 'held_on', FIVE_YEARS),
  incident_report: {
    class: 'case',
    clock: {
      ...{ until: 'days have gone', since: 'happened_on', days: FIVE_YEARS, only: 'case_id is null' },
      pupilsIn: { table: 'incident_pupil', key: 'report_id' },
    },
  },
  case_document: withCase,
  case_export: withCase,
  case_measure: withCase,
  case_source: withCase,
  case_staff: withCase,
  case_pupil: withCase,
  case_entry: withCase,
  investigation_reader: withCase,
  investigation: withCase,
  school_case: withCase,
  case_deletion: stays('release'),

  badge: ofPupil('badge_lookup'),
  pupil_identity: ofPupil('pupil_identity_lookup'),
  hidden_pupil: ofPupil(),
  pupil_hold: ofPupil(),
  class_membership: ofPupil(),
  pupil: ofPupil(),
  // Of staff it is kept: what they wrote says who wrote it.
  sealed_person: { class: 'roster', clock: { until: 'the pupil has left', by: 'person_id' } },

  notice: after('staff', 'made_at', 365),
  invitation: after('staff', 'expires_at', 30, 'invitation_lookup'),
  class_group: ofStaff(),
  recovery_code: ofStaff(),
  local_account: ofStaff('account_lookup'),
  staff_mail: ofStaff(),
  notice_choice: ofStaff(),
  quiet_hours: ofStaff(),
  calendar_subscription: ofStaff('calendar_link_lookup'),
  staff_member: stays('staff'),
  staff_identity: stays('staff'),
  relation: stays('staff'),
  talk_choice: stays('staff'),
  talk_choice_adult: stays('staff'),
  read_aloud_clip: stays('staff'),

  access_log: { class: 'access log', clock: { until: 'five whole years have gone', since: 'at' } },
  grade_opening: { class: 'access log', clock: { until: 'five whole years have gone', since: 'opened_at' } },
  access_log_head: stays('access log'),
  access_log_day: stays('access log'),
  access_log_year: stays('access log'),

  account_lookup: hash,
  badge_lookup: hash,
  calendar_link_lookup: hash,
  class_code_lookup: hash,
  invitation_lookup: hash,
  owner_school_lookup: hash,
  publication_lookup: hash,
  pupil_identity_lookup: hash,
  school_number_lookup: hash,
  setup_link_lookup: hash,
  sign_in_lookup: hash,

  class: stays('aggregate'),
  network_description: stays('aggregate'),
  own_questionnaire_draft: stays('aggregate'),
  own_questionnaire_version: stays('aggregate'),
  participation: stays('aggregate'),
  processing_ground: stays('aggregate'),
  roster_import: stays('aggregate'),
  round: stays('aggregate'),
  round_questionnaire: stays('aggregate'),
  signal_summary: stays('aggregate'),
  sitting: stays('aggregate'),
  survey_figure: stays('aggregate'),
  survey_follow_up: stays('aggregate'),
  survey_import: stays('aggregate'),
  tally: stays('aggregate'),
  publication: stays('release'),
  publication_round: stays('release'),
  release: stays('release'),
  release_audit: stays('release'),
  release_choice: stays('release'),
  released_participation: stays('release'),
  released_tally: stays('release'),
  retention_receipt: stays('release'),
  account_try: {
    class: 'installation',
    clock: { until: 'a day of its own', by: 'local-accounts/attempts.ts' },
  },
  attempt_window: {
    class: 'installation',
    clock: { until: 'a day of its own', by: 'access/limit-attempts.ts' },
  },
  backup_run: stays('installation'),
  closed_school: stays('installation'),
  calendar_event: stays('installation'),
  calendar_period: stays('installation'),
  questionnaire_version: stays('installation'),
  schema_migration: stays('installation'),
  school: stays('installation'),
  school_closing: stays('installation'),
  school_owner: stays('installation'),
  school_realm: stays('installation'),
  school_year: stays('installation'),
  setup_link: stays('installation'),
  sign_in_method: stays('installation'),
  survey_column: stays('installation'),
  term: stays('installation'),
  year_entry: stays('installation'),
  year_entry_move: stays('installation'),
  year_entry_offered: stays('installation'),
};
