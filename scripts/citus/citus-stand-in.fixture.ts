/**
 * Functions with the names and arguments of Citus, in a schema of their own. They note what is asked and refuse what Citus
 * refuses of keys; they move nothing.
 */
export const citusStandIn = `
  create schema stand_in;
  set search_path = public, stand_in;
  create table stand_in.pg_dist_partition (logicalrelid regclass primary key, kind text not null, place serial);
  create table stand_in.emptied (name regclass not null, place serial);

  create function stand_in.key_of(t regclass) returns int2 stable language sql as $$
    select attnum from pg_attribute where attrelid = t and attname = 'school_id' $$;

  create function stand_in.refuse_keys(t regclass, as_kind text) returns void language plpgsql as $$
  declare k record;
  begin
    for k in select c.*, p.kind from pg_constraint c left join stand_in.pg_dist_partition p on p.logicalrelid = c.confrelid
              where c.contype = 'f' and c.conrelid = t and c.confrelid <> t loop
      if k.kind is null then raise exception '% refers to %, which is a local table', t, k.confrelid::regclass; end if;
      if as_kind = 'reference' and k.kind <> 'reference' then
        raise exception 'reference table % refers to the distributed %', t, k.confrelid::regclass; end if;
      if k.kind = 'distributed' and array_position(k.conkey, stand_in.key_of(t))
           is distinct from array_position(k.confkey, stand_in.key_of(k.confrelid)) then
        raise exception '% of % leaves out the school', k.conname, t; end if;
      if stand_in.key_of(t) = any (k.conkey) and (k.confdeltype in ('n', 'd') or k.confupdtype in ('n', 'd', 'c')) then
        raise exception '% of % changes the school', k.conname, t; end if;
    end loop;
    if exists (select from pg_trigger where tgrelid = t and not tgisinternal) then raise exception '% has a trigger', t; end if;
    if as_kind = 'distributed' and exists (select from pg_index where indrelid = t and (indisunique or indisexclusion)
         and not stand_in.key_of(t) = any (indkey)) then
      raise exception '% has a key without the school', t; end if;
    insert into stand_in.pg_dist_partition values (t, as_kind);
  end $$;

  create function stand_in.create_reference_table(table_name regclass) returns void language plpgsql as $$
  begin perform stand_in.refuse_keys(table_name, 'reference'); end $$;

  create function stand_in.create_distributed_table(table_name regclass, distribution_column text, distribution_type text default 'hash',
    colocate_with text default 'default', shard_count int default null) returns void language plpgsql as $$
  begin
    if distribution_column <> 'school_id' then raise exception 'by %', distribution_column; end if;
    if colocate_with <> 'none' and not exists (select from stand_in.pg_dist_partition
         where logicalrelid = colocate_with::regclass and kind = 'distributed') then
      raise exception '% is to lie beside %, which is not there', table_name, colocate_with; end if;
    perform stand_in.refuse_keys(table_name, 'distributed');
  end $$;

  create function stand_in.truncate_local_data_after_distributing_table(function_name regclass) returns void language plpgsql as $$
  begin
    if exists (select from pg_constraint c where c.contype = 'f' and c.confrelid = function_name
         and not exists (select from stand_in.pg_dist_partition p where p.logicalrelid = c.conrelid)) then
      raise exception 'a local table refers to %', function_name; end if;
    insert into stand_in.emptied values (function_name);
  end $$;
`;
