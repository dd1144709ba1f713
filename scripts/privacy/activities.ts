/** What a school does with information about people, as it stands in the record of processing (GDPR article 30). */
export type Activity = {
  readonly name: string;
  readonly purpose: string;
  readonly basis: string;
  readonly about: string;
  readonly recipients: string;
  readonly tables: readonly string[];
};

const law = 'GDPR art. 6(1)(c) with the Education Act';
const pupils = 'pupils';
const none = 'nobody outside the school';

/** Every table is in one of them; a test says so. */
export const activities: readonly Activity[] = [
  {
    name: 'Running the service',
    purpose:
      'which school, which year, which questionnaires, and finding a school before anybody is signed in',
    basis: `${law} §§ 12-2, 12-3 (necessary for the other activities)`,
    about: 'no persons, or keyed hashes of identifiers',
    recipients: none,
    tables:
      words(`school_owner school school_year term calendar_period year_entry_offered year_entry year_entry_move
      calendar_event questionnaire_version own_questionnaire_version own_questionnaire_draft sign_in_method setup_link
      setup_link_lookup school_number_lookup school_closing closed_school
      survey_column schema_migration backup_run sign_in_lookup class_code_lookup badge_lookup pupil_identity_lookup invitation_lookup
      owner_school_lookup calendar_link_lookup attempt_window school_realm account_lookup account_try processing_ground`),
  },
  {
    name: 'Classes and pupils',
    purpose: 'who goes to which class, so that the right pupils are asked and the right staff read',
    basis: `${law} § 12-3`,
    about: pupils,
    recipients: none,
    tables: words(
      `sealed_person pupil hidden_pupil class class_membership badge pupil_identity roster_import roster_import_change`,
    ),
  },
  {
    name: 'Staff and their access',
    purpose: 'who works at the school, what each may open, and how each is told',
    basis: `${law} § 12-3; regulation § 20-2 (access only as far as needed, after training)`,
    about: 'staff',
    recipients: 'the mail server of the owner, of staff who confirmed an address',
    tables: words(`staff_member staff_identity staff_mail relation invitation notice notice_choice quiet_hours
      calendar_subscription talk_choice talk_choice_adult staff_session read_aloud_clip local_account recovery_code class_group`),
  },
  {
    name: 'Surveys of wellbeing and belonging',
    purpose: 'following how pupils have it, in time to act, as the school must prevent (§ 12-3)',
    basis: `${law} § 12-3; regulation § 20-5 (no named negative relations); for what is like health information art. 9(2)(g)`,
    about: pupils,
    recipients: none,
    tables:
      words(`round round_questionnaire sitting sitting_pupil pupil_session upload response_part response answer nomination
      outside_nomination voided_response participation tally network_description network_pupils sociogram_place signal_summary
      signal verification signal_view grade_opening pupil_help`),
  },
  {
    name: 'Following up pupils and classes',
    purpose: 'talks, notes, groups, seats and measures in a class, and the wish of a pupil to talk',
    basis: `${law} § 12-3`,
    about: pupils,
    recipients: none,
    tables:
      words(`talk_wish note note_version note_view pupil_talk pupil_talk_version arrangement arrangement_place
      class_measure class_measure_pupil pupil_meeting meeting_participant meeting_item meeting_addition case_task`),
  },
  {
    name: 'Reports and figures without pupils',
    purpose: 'figures for the school, its councils, its owner and the public, with small groups hidden',
    basis: `${law} § 12-3; Local Government Act § 25-1 for the owner`,
    about: 'no persons: counts above the thresholds, frozen when given out',
    recipients: 'the audience of each report; councils and the public by a link',
    tables: words(
      `release release_choice survey_import survey_figure survey_follow_up publication publication_lookup publication_round release_audit
      released_participation released_tally`,
    ),
  },
  {
    name: 'Cases on the school environment',
    purpose:
      'acting when a pupil may not have it safe and good, and showing afterwards what was known and done',
    basis: `${law} §§ 12-4, 12-5, 12-10`,
    about: 'pupils; staff a case is about',
    recipients:
      'parties, after a person has read what is given; the archive; the county governor; the owner (§ 12-5)',
    tables:
      words(`school_case case_pupil case_staff case_source case_entry case_measure incident_report incident_pupil
      incident_accused incident_step case_document case_export case_deletion`),
  },
  {
    name: 'Surveys within a case',
    purpose: 'finding out what has happened when a suspicion is long-lasting, unclear or complicated',
    basis: `${law} §§ 12-4, 12-5; regulation § 20-5`,
    about: pupils,
    recipients: 'the named readers of the survey',
    tables:
      words(`investigation investigation_reader investigation_pupil investigation_session investigation_upload
      investigation_part investigation_answer investigation_reply`),
  },
  {
    name: 'Log of who opened what',
    purpose: 'showing who has opened named information, and finding misuse',
    basis: 'GDPR art. 6(1)(c) with art. 5(2), 24 and 32',
    about: 'staff; pupils by id only',
    recipients: 'the child and its guardians on request; supervisory authorities',
    tables: words(`access_log access_log_head access_log_day access_log_year`),
  },
  {
    name: 'Rights of pupils and guardians, and deletion',
    purpose: 'giving access, restricting, and showing that what is over its time is gone',
    basis: 'GDPR art. 6(1)(c) with chapter III and art. 5(2)',
    about: pupils,
    recipients: 'the child and its guardians',
    tables: words(`pupil_hold retention_receipt access_export`),
  },
];

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
