-- why: a person sees where they are signed in and ends it there, and a kommune that is let in no more is out at once

-- A session lives for hours: there are few to write anew.
-- squawk-ignore adding-field-with-default
alter table staff_session add column session_id uuid not null default gen_random_uuid();
alter table staff_session add column browser text;
alter table staff_session add column device text;
alter table staff_session add column realm text;
comment on column staff_session.session_id is 'what a person ends one of their own by; it signs in nobody';
comment on column staff_session.browser is 'one of some names, by what the browser told of itself at its first request; no version and no address';
comment on column staff_session.realm is 'the kommune at Feide the person came from, where Feide was signed in by';

-- A later first password is told to whom it was given; the first of all is not.
alter table local_account add column given_anew boolean not null default false;
