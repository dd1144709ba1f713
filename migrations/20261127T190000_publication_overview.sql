-- why: the owner's page reads what was published of the whole of each of its schools; taking that out of whole reports of a hundred and fifty schools would take most of its time

alter table publication add column overview jsonb;
comment on column publication.overview is 'of a report to the owner or everybody: what its document says of the school under one, round by round; empty when that is nothing';

update publication p
   set overview = (
         select coalesce(jsonb_agg(jsonb_build_object(
                  'roundId', d -> 'roundId',
                  'schoolYear', y.label,
                  'endedAt', to_char(r.ended_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
                  'overview', jsonb_build_object('roundName', d -> 'roundName', 'tables', (
                    select jsonb_agg(jsonb_build_object(
                             'fromGrade', t -> 'fromGrade',
                             'toGrade', t -> 'toGrade',
                             'themes', (
                               select coalesce(jsonb_agg(jsonb_build_object(
                                        'themeId', theme -> 'themeId',
                                        'text', null,
                                        'rows', (
                                          select jsonb_agg(one - 'of')
                                            from jsonb_array_elements(theme -> 'rows') as one
                                           where one ->> 'level' = 'school'
                                        )) order by theme_place), '[]')
                                 from jsonb_array_elements(t -> 'themes') with ordinality as themes (theme, theme_place)
                                where theme @> '{"rows": [{"level": "school"}]}'
                             ) || (
                               select coalesce(jsonb_agg(jsonb_build_object(
                                        'themeId', item -> 'theme',
                                        'text', item -> 'text',
                                        'rows', (
                                          select jsonb_agg(jsonb_build_object(
                                                   'level', one -> 'level',
                                                   'groupId', one -> 'groupId',
                                                   'size', one -> 'size',
                                                   'shareAbove', (above ->> 'count')::float8 / nullif((one ->> 'answered')::float8, 0)))
                                            from jsonb_array_elements(item -> 'rows') as one,
                                                 jsonb_array_elements(one -> 'counts') as above
                                           where one ->> 'level' = 'school' and above ->> 'optionId' = 'above'
                                        )) order by item_place), '[]')
                                 from (select distinct on (item ->> 'theme') item, item_place
                                         from jsonb_array_elements(t -> 'items') with ordinality as items (item, item_place)
                                        where item @> '{"options": [{"optionId": "above"}], "rows": [{"level": "school"}]}'
                                          and item ->> 'theme' <> 'bullying'
                                          and not exists (
                                                select 1
                                                  from jsonb_array_elements(t -> 'themes') as theme
                                                 where theme @> '{"rows": [{"level": "school"}]}' and theme -> 'themeId' = item -> 'theme'
                                              )
                                        order by item ->> 'theme', item_place) as first_of_theme
                             ),
                             'answered', (
                               select coalesce(jsonb_agg(to_jsonb(g)), '[]')
                                 from (select one ->> 'level' as level, one ->> 'groupId' as "groupId",
                                              max((one ->> 'size')::integer) as size,
                                              max((one ->> 'answered')::integer) as answered
                                         from jsonb_array_elements(t -> 'items') as item,
                                              jsonb_array_elements(item -> 'rows') as one
                                        where one ->> 'level' = 'school'
                                        group by 1, 2) g
                             )
                           ) order by place)
                      from jsonb_array_elements(d -> 'tables') with ordinality as tables (t, place)
                     where t @> '{"items": [{"rows": [{"level": "school"}]}]}'
                  ))
                ) order by r.ended_at, r.round_id), '[]')
           from jsonb_array_elements(p.document -> 'rounds') as d
           join round r on r.school_id = p.school_id and r.round_id = (d ->> 'roundId')::uuid
           join school_year y on y.school_id = r.school_id and y.school_year_id = r.school_year_id
          where d ->> 'kind' = 'wellbeing' and d @> '{"tables": [{"items": [{"rows": [{"level": "school"}]}]}]}'
       )
 where p.document is not null and p.audience in ('owner', 'public');
