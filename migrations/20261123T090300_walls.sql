-- why: the second wall: rows are seen only inside their school's scope, and the runtime role can neither own nor rewrite

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array[
    'school', 'school_year', 'class', 'sealed_person', 'pupil', 'class_membership', 'staff_member', 'staff_identity',
    'relation', 'staff_session', 'round', 'round_questionnaire', 'sitting', 'sitting_pupil', 'pupil_session',
    'response', 'answer', 'nomination', 'talk_wish', 'participation', 'tally', 'network_description',
    'network_pupils', 'signal_summary', 'signal', 'verification', 'release', 'access_log_head', 'access_log'
  ] loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    execute format(
      'create policy school_scope on %I using (school_id = nullif(current_setting(''app.school_id'', true), '''')::uuid)',
      tenant_table);
  end loop;
end
$$;

grant usage on schema public to samhold_runtime;

grant select, insert on school_owner, questionnaire_version to samhold_runtime;
grant select, insert, delete on sign_in_lookup, class_code_lookup to samhold_runtime;

grant select, insert, update on school, school_year, class, pupil, class_membership, staff_member, relation,
  round, sitting, sitting_pupil, talk_wish, signal, access_log_head to samhold_runtime;
grant select, insert, update, delete on sealed_person, staff_identity, staff_session, pupil_session, response, answer,
  nomination, participation, tally, network_description, network_pupils, signal_summary to samhold_runtime;
grant select, insert on round_questionnaire, verification, release, access_log to samhold_runtime;
