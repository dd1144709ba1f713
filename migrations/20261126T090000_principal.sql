-- why: the principal alone sees which pupils are hidden (kode 6 and 7); held beside leadership, and never without it

alter table relation drop constraint relation_kind_check;
-- squawk-ignore constraint-missing-not-valid
alter table relation add constraint relation_kind_check check (kind in ('contact_teacher', 'substitute', 'employee',
  'social_teacher', 'environment_team', 'leadership', 'principal', 'administrator', 'council_reader'));
