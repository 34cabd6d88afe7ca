-- expand: history: nothing known is forgotten

create schema history;
grant usage on schema history to fotfeste_app;

-- Moves the version that ceases to be believed into the table's history and stamps the new one. Runs as owner, so that
-- the application needs no right to write history.
create function history.remember() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  execute format('insert into history.%I select now(), access.actor(), ($1).*', tg_table_schema || '_' || tg_table_name)
    using old;
  if tg_op = 'DELETE' then return old; end if;
  new.recorded_at := now();
  new.recorded_by := access.actor();
  new.version := old.version + 1;
  return new;
end $$;

-- Gives a table its history, readable with `permission`, and a function <table>_as_of(instant) beside it. The table
-- has id, version, recorded_at and recorded_by. To be called again after a column is added to the table: the history
-- columns come first, so that new columns line up at the end.
create function history.keep(target regclass, permission text) returns void language plpgsql as $$
declare
  place text; relation text; kept text; columns text; missing record;
begin
  select n.nspname, c.relname into place, relation
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = target;
  kept := place || '_' || relation;
  if to_regclass(format('history.%I', kept)) is null then
    execute format('create table history.%I (recorded_until timestamptz not null, superseded_by uuid)', kept);
    execute format('alter table history.%I enable row level security', kept);
    execute format('create policy %I on history.%I for select to fotfeste_app using ((select access.may(%L)))',
      kept || '_read', kept, permission);
    execute format('grant select on history.%I to fotfeste_app', kept);
    execute format('create trigger remember before update or delete on %s for each row execute function history.remember()', target);
  end if;
  for missing in
    select a.attname, format_type(a.atttypid, a.atttypmod) as type from pg_attribute a
    where a.attrelid = target and a.attnum > 0 and not a.attisdropped
      and not exists (select from pg_attribute h where h.attrelid = format('history.%I', kept)::regclass and h.attname = a.attname)
    order by a.attnum
  loop
    execute format('alter table history.%I add column %I %s', kept, missing.attname, missing.type);
  end loop;
  execute format('create index if not exists %I on history.%I (id, recorded_at)', kept || '_id', kept);
  select string_agg(format('%I', attname), ', ' order by attnum) into columns
    from pg_attribute where attrelid = target and attnum > 0 and not attisdropped;
  execute format('create or replace function history.%I(instant timestamptz) returns setof %s language sql stable as $f$
    select %s from %s where recorded_at <= instant
    union all
    select %s from history.%I where recorded_at <= instant and recorded_until > instant $f$',
    kept || '_as_of', target, columns, target, columns, kept);
end $$;
revoke all on function history.keep from public;
