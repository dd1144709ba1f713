-- why: a class is shown a release of its own round, and its teacher chooses what of it is shown

alter table release add column class_id uuid;
-- squawk-ignore constraint-missing-not-valid,adding-foreign-key-constraint
alter table release add constraint release_class foreign key (school_id, class_id) references class (school_id, class_id);
alter table release drop constraint release_school_id_round_id_audience_spec_key;
-- squawk-ignore disallowed-unique-constraint,constraint-missing-not-valid
alter table release add constraint release_of_round unique nulls not distinct (school_id, round_id, class_id, audience, spec);
-- squawk-ignore require-concurrent-index-creation
create index release_class_id on release (school_id, class_id);

create table release_choice (
  school_id uuid not null,
  release_id uuid not null,
  chosen_at timestamptz not null,
  choice_id uuid not null,
  item_ids text[] not null,
  chosen_by uuid not null,
  primary key (school_id, release_id, choice_id),
  foreign key (school_id, release_id) references release (school_id, release_id),
  foreign key (school_id, chosen_by) references staff_member (school_id, staff_id)
);
create index release_choice_chosen_by on release_choice (school_id, chosen_by);
comment on table release_choice is 'retention: release; which items of a release were chosen to be shown, each choice kept';

alter table release_choice enable row level security;
alter table release_choice force row level security;
create policy school_scope on release_choice using (school_id = nullif(current_setting('app.school_id', true), '')::uuid);

grant select, insert on release_choice to samhold_runtime;
