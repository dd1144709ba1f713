-- why: the overview of the school reads of twelve releases how large a share lies above the middle and how many answered; taking that out of whole documents took most of its time

alter table release add column overview jsonb;

update release
   set overview = jsonb_build_object('roundName', document -> 'roundName', 'tables', (
         select coalesce(jsonb_agg(jsonb_build_object(
                  'fromGrade', t -> 'fromGrade',
                  'toGrade', t -> 'toGrade',
                  'themes', (
                    select coalesce(jsonb_agg(jsonb_build_object('themeId', theme -> 'themeId', 'rows', (
                             select coalesce(jsonb_agg(r - 'of' order by row_place), '[]')
                               from jsonb_array_elements(theme -> 'rows') with ordinality as rows (r, row_place)
                           )) order by theme_place), '[]')
                      from jsonb_array_elements(t -> 'themes') with ordinality as themes (theme, theme_place)
                  ),
                  'answered', (
                    select coalesce(jsonb_agg(to_jsonb(g)), '[]')
                      from (select r ->> 'level' as level, r ->> 'groupId' as "groupId",
                                   max((r ->> 'size')::integer) as size, max((r ->> 'answered')::integer) as answered
                              from jsonb_array_elements(t -> 'items') as item, jsonb_array_elements(item -> 'rows') as r
                             group by 1, 2) g
                  )
                ) order by place), '[]')
           from jsonb_array_elements(document -> 'tables') with ordinality as tables (t, place)))
 where class_id is null and audience = 'leadership';
