-- why: what somebody has tried in vain is remembered past a restart and by every server, and what succeeds is never counted: a whole school comes from one address

create table attempt_window (
  address_hash bytea not null,
  began_at timestamptz not null,
  attempts integer not null check (attempts > 0),
  primary key (address_hash, began_at)
);
comment on table attempt_window is 'retention: installation; keyed hash of an address and how often it tried, minute by minute; gone within the hour';

grant select, insert, update, delete on attempt_window to samhold_runtime;
