-- expand: what is kept for a time is erased after it, with what it was before, and a line that says so

-- What was erased, and why; nothing of what it said. Never erased itself.
create table access.erasure (
  id bigint generated always as identity primary key,
  at timestamptz not null default platform.now(),
  -- schema.table
  target text not null,
  record uuid not null,
  person uuid,
  reason text not null check (reason in ('time', 'consent')),
  ground text,
  -- Rows that went, those of its parts, files and earlier versions included.
  rows integer not null
);
create index erasure_person on access.erasure (person) where person is not null;
create index erasure_at on access.erasure (at);

-- A person has taken back a consent that a record stands on: it goes by the next run of the same job.
create table access.erasure_wish (
  target text not null,
  record uuid not null,
  asked_at timestamptz not null default platform.now(),
  asked_by uuid default access.actor(),
  primary key (target, record)
);

-- Whether the one who asks may write a record of a guarded table. Runs as the one who asks.
create function access.writable(of_target text, record uuid) returns boolean
  language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  allowed boolean;
begin
  if to_regprocedure(of_target || '_writable(uuid)') is null then return false; end if;
  execute format('select %s($1)', (of_target || '_writable(uuid)')::regprocedure::regproc) into allowed using record;
  return allowed;
end $$;
revoke all on function access.writable from public;
grant execute on function access.writable to fotfeste_app;

select access.protect('access.erasure', history => false, read => array['audit.read all']);
alter table access.erasure_wish enable row level security;
create policy erasure_wish_add on access.erasure_wish for insert to fotfeste_app with check (access.writable(target, record));
grant insert on access.erasure_wish to fotfeste_app;

-- Erases a record with its parts, files and history. Returns how many rows went.
create function access.erase_rows(of_target text, of_record uuid) returns integer
  language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  part migration.guard;
  below uuid;
  gone integer;
  total integer := 0;
  kept regclass := to_regclass('history.' || quote_ident(replace(of_target, '.', '_')));
begin
  for part in select * from migration.guard g where g.part_of = of_target loop
    if exists (select from pg_attribute a where a.attrelid = part.target::regclass and a.attname = 'id') then
      for below in execute format('select id from %s where %I = $1', part.target::regclass, part.part_by) using of_record loop
        total := total + access.erase_rows(part.target, below);
      end loop;
    else
      execute format('delete from %s where %I = $1', part.target::regclass, part.part_by) using of_record;
      get diagnostics gone = row_count;
      total := total + gone;
    end if;
    -- What was part of it earlier has earlier versions only.
    if to_regclass('history.' || quote_ident(replace(part.target, '.', '_'))) is not null then
      execute format('delete from history.%I where %I = $1', replace(part.target, '.', '_'), part.part_by) using of_record;
      get diagnostics gone = row_count;
      total := total + gone;
    end if;
  end loop;
  delete from platform.file_part p using platform.file f
    where p.file = f.id and f.record_table = of_target and f.record = of_record;
  delete from platform.file f where f.record_table = of_target and f.record = of_record;
  get diagnostics gone = row_count;
  total := total + gone;
  execute format('delete from %s where id = $1', of_target::regclass) using of_record;
  get diagnostics gone = row_count;
  total := total + gone;
  if kept is not null then
    -- Last: the row's own removal has left one more.
    execute format('delete from %s where id = $1', kept) using of_record;
    get diagnostics gone = row_count;
    total := total + gone;
  end if;
  return total;
end $$;

-- Erases what has been asked for and what has been kept for its time, at most so many records; asked by the system alone. A
-- record that cannot go, since another stands on it, is told and left.
create function access.erase_due(at_most integer) returns table (target text, erased integer, failed integer)
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
  guard migration.guard;
  due record;
  gone integer;
  left_over integer := at_most;
begin
  if not access.may('*') then
    raise exception 'only the system erases' using errcode = 'insufficient_privilege';
  end if;
  for guard in select * from migration.guard g where g.kept_for is not null
    or exists (select from access.erasure_wish w where w.target = g.target) order by g.target
  loop
    target := guard.target; erased := 0; failed := 0;
    for due in execute format('select r.id, %s as person, w.target is not null as asked from %s r
        left join access.erasure_wish w on w.target = %L and w.record = r.id
        where w.target is not null or %s order by r.id limit $1 for update of r skip locked',
      case when guard.person is null then 'null::uuid' else format('r.%I', guard.person) end, guard.target::regclass, guard.target,
      case when guard.kept_for is null then 'false'
        else format('(r.%I::date + %L::interval)::date <= platform.today()', guard.kept_from, guard.kept_for) end)
      using left_over
    loop
      begin
        gone := access.erase_rows(guard.target, due.id);
        insert into access.erasure (target, record, person, reason, ground, rows)
          values (guard.target, due.id, due.person, case when due.asked then 'consent' else 'time' end, guard.ground, gone);
        delete from access.erasure_wish w where w.target = guard.target and w.record = due.id;
        erased := erased + 1;
      exception when foreign_key_violation or restrict_violation then
        raise warning '% %: % ', guard.target, due.id, sqlerrm;
        failed := failed + 1;
      end;
    end loop;
    left_over := left_over - erased;
    if erased + failed > 0 then return next; end if;
    exit when left_over <= 0;
  end loop;
end $$;
revoke all on function access.erase_rows, access.erase_due from public;
grant execute on function access.erase_due to fotfeste_app;
