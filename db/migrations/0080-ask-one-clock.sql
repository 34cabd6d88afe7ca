-- expand: what is stamped asks one clock, which can be told the time only in a database that was made for simulation

-- One row: this database was made for simulation, from the instant that its time begins.
create table platform.simulation (
  simulated boolean primary key default true check (simulated),
  begins timestamptz not null,
  marked_at timestamptz not null default now()
);
-- The application has no right to it; this says so a second time.
alter table platform.simulation enable row level security;

-- A database is what it was made as. Times that somebody chose must never stand among times that were, so the mark is
-- set before the first row of data, and stays. Sequences tell of rows that have been deleted since.
create function platform.guard_simulation() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  place text;
  used boolean;
begin
  if tg_op <> 'INSERT' then
    raise exception 'a database stays what it was made as' using errcode = 'object_not_in_prerequisite_state';
  end if;
  for place in
    select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'graphile_worker', 'migration')
      and c.oid <> tg_relid and c.oid is distinct from to_regclass('history.kept')
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
  loop
    execute format('select exists (select from %s)', place) into used;
    if used then
      raise exception 'a database that holds data cannot be marked as simulated: %', place
        using errcode = 'object_not_in_prerequisite_state';
    end if;
  end loop;
  select schemaname || '.' || sequencename into place from pg_sequences
    where schemaname <> 'graphile_worker' and last_value is not null limit 1;
  if place is not null then
    raise exception 'a database that has held data cannot be marked as simulated: %', place
      using errcode = 'object_not_in_prerequisite_state';
  end if;
  return new;
end $$;
revoke all on function platform.guard_simulation from public;
create trigger guard before insert or update or delete on platform.simulation
  for each row execute function platform.guard_simulation();
create trigger guard_all before truncate on platform.simulation
  for each statement execute function platform.guard_simulation();

create function platform.is_simulated() returns boolean language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp as $$
begin
  return exists (select from platform.simulation);
end $$;
revoke all on function platform.is_simulated from public;
grant execute on function platform.is_simulated to fotfeste_app;

-- The time that the transaction says it is, where that is allowed.
create function platform.time_told(told text) returns timestamptz language plpgsql stable
  set search_path = pg_catalog, pg_temp as $$
begin
  if platform.is_simulated() then return told::timestamptz; end if;
  return now();
end $$;
revoke all on function platform.time_told from public;
grant execute on function platform.time_told to fotfeste_app;

-- When it is: the transaction's start. The setting fotfeste.time, local to the transaction, tells another instant, and
-- nothing at all unless the database is marked. It is looked at first: where nobody sets it, the clock costs no query.
create function platform.now() returns timestamptz language sql stable
  return case when coalesce(current_setting('fotfeste.time', true), '') = '' then pg_catalog.now()
    else platform.time_told(current_setting('fotfeste.time')) end;
create function platform.today() returns date language sql stable
  return (platform.now() at time zone 'Europe/Oslo')::date;
revoke all on function platform.now, platform.today from public;
grant execute on function platform.now, platform.today to fotfeste_app;

do $$
declare
  stamped record;
begin
  for stamped in
    select d.adrelid::regclass as place, a.attname as name
    from pg_attrdef d join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
      join pg_class c on c.oid = d.adrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'graphile_worker', 'migration')
      and pg_get_expr(d.adbin, d.adrelid) = 'now()' and d.adrelid <> 'platform.simulation'::regclass
  loop
    execute format('alter table %s alter column %I set default platform.now()', stamped.place, stamped.name);
  end loop;
end $$;

-- 0042, by the same clock as the log: what it protects are the latest three months of the log.
create or replace function access.forget_looks(before timestamptz, at_most integer) returns integer
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  forgotten integer;
begin
  if not access.may('*') then
    raise exception 'only the system forgets looks' using errcode = 'insufficient_privilege';
  end if;
  delete from access.access_log where id in (
    select id from access.access_log where at < least(before, platform.now() - interval '3 months') order by at limit at_most);
  get diagnostics forgotten = row_count;
  return forgotten;
end $$;

-- 0040, by the same clock as the defaults.
create or replace function history.remember() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare
  believed timestamptz := greatest(platform.now(), old.recorded_at);
begin
  execute format('insert into history.%I select $2, access.actor(), ($1).*', tg_table_schema || '_' || tg_table_name)
    using old, believed;
  if tg_op = 'DELETE' then return old; end if;
  new.recorded_at := believed;
  new.recorded_by := access.actor();
  new.version := old.version + 1;
  return new;
end $$;
