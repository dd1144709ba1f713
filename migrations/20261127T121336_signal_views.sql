-- why: what a pupil or a guardian says of a signal and of what staff judged of it stands beside it, wherever it is shown

create table signal_view (
  school_id uuid not null,
  view_id uuid not null,
  signal_id uuid not null,
  whose text not null check (whose in ('pupil', 'guardian')),
  body bytea not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (school_id, view_id),
  foreign key (school_id, signal_id) references signal (school_id, signal_id),
  foreign key (school_id, recorded_by) references staff_member (school_id, staff_id)
);
create index signal_view_signal on signal_view (school_id, signal_id);
create index signal_view_recorded_by on signal_view (school_id, recorded_by);
comment on table signal_view is 'retention: raw answers; what the pupil or a guardian says of a signal, sealed, shown wherever the signal is';

alter table signal_view enable row level security;
alter table signal_view force row level security;
create policy school_scope on signal_view
  using (school_id = nullif(current_setting('app.school_id', true), '')::uuid);
-- Added and deleted with the signal, never changed.
grant select, insert, delete on signal_view to samhold_runtime;
