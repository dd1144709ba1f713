-- why: a report on somebody the reporter cannot or will not name may still be about leadership, and then only the owner is told (§ 12-5)

alter table incident_report add column about_leadership boolean not null default false;
-- The tables are new and empty.
alter table incident_report drop constraint incident_report_check;
-- squawk-ignore constraint-missing-not-valid
alter table incident_report add constraint incident_report_check
  check ((state = 'in_case') = (case_id is not null) and (about_staff or not about_leadership));
alter table incident_step drop constraint incident_step_kind_check;
-- squawk-ignore constraint-missing-not-valid
alter table incident_step add constraint incident_step_kind_check check (kind in ('seen', 'guardians_told', 'logged', 'in_case',
  'addition', 'owner_told', 'accused_named'));
