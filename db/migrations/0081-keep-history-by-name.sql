-- expand: history is kept column by column by name, so that no change of a table can put one value in another's place

-- Which tables are kept, and from when their history tells the whole: before that, nobody knows what was believed.
create table history.kept (
  target regclass primary key,
  known_from timestamptz not null default platform.now()
);
alter table history.kept enable row level security;
create policy kept_read on history.kept for select to fotfeste_app using (true);
grant select on history.kept to fotfeste_app;

create function history.known_from(target regclass) returns timestamptz language sql stable
  begin atomic select k.known_from from history.kept k where k.target = $1; end;
revoke all on function history.known_from from public;
grant execute on function history.known_from to fotfeste_app;

-- A simulation knows everything from the instant that its time begins.
create function history.begin_simulation() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  update history.kept set known_from = new.begins;
  return null;
end $$;
revoke all on function history.begin_simulation from public;
create trigger begin_history after insert on platform.simulation
  for each row execute function history.begin_simulation();

-- The name of a table's history, and the beginning of the names of its functions.
create function history.name_of(target regclass) returns text language sql stable set search_path = pg_catalog, pg_temp as $$
  select n.nspname || '_' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = target
$$;

-- The columns of a table as a list, each after `prefix`.
create function history.columns_of(target regclass, prefix text) returns text language sql stable
  set search_path = pg_catalog, pg_temp as $$
  select string_agg(prefix || quote_ident(attname), ', ' order by attnum)
  from pg_attribute where attrelid = target and attnum > 0 and not attisdropped
$$;

-- The body of the trigger that moves the version which ceases to be believed into history and stamps the new one. Every
-- column is named: of one that has been renamed or dropped since, the write fails. Of two writers at once the later to
-- write is the later believed (0040).
create function history.remember_text(target regclass) returns text language sql stable
  set search_path = pg_catalog, pg_temp as $$
  select format($f$
declare
  believed timestamptz := greatest(platform.now(), old.recorded_at);
begin
  insert into history.%I (recorded_until, superseded_by, %s)
    values (believed, access.actor(), %s);
  if tg_op = 'DELETE' then return old; end if;
  new.recorded_at := believed;
  new.recorded_by := access.actor();
  new.version := old.version + 1;
  return new;
end $f$, history.name_of(target), history.columns_of(target, ''), history.columns_of(target, 'old.'))
$$;

-- Makes the function that answers what a table was believed to hold. Its columns are bound when it is made, not when it
-- is run: PostgreSQL then lets nobody drop one or change its type past it, and a renamed one shows in `faults`.
create function history.make_as_of(target regclass, name text) returns void language plpgsql
  set search_path = pg_catalog, pg_temp as $$
begin
  execute format('create or replace function history.%I(instant timestamptz) returns setof %s language sql stable
    begin atomic
      select %s from %s t where t.recorded_at <= $1
      union all
      select %s from history.%I h where h.recorded_at <= $1 and h.recorded_until > $1;
    end', name, target, history.columns_of(target, 't.'), target, history.columns_of(target, 'h.'), history.name_of(target));
  execute format('revoke all on function history.%I from public', name);
  execute format('grant execute on function history.%I to fotfeste_app', name);
end $$;

-- Brings a kept table's history, trigger and as-of function to the table's present columns.
create function history.renew(target regclass) returns void language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  kept text := history.name_of(target);
  place regclass := format('history.%I', history.name_of(target))::regclass;
  wanted record;
begin
  for wanted in
    select t.attname as name, format_type(t.atttypid, t.atttypmod) as type, format_type(h.atttypid, h.atttypmod) as earlier,
      case when t.attcollation <> y.typcollation then format(' collate %s', t.attcollation::regcollation) else '' end as collation,
      col_description(h.attrelid, h.attnum) as left_behind
    from pg_attribute t join pg_type y on y.oid = t.atttypid
      left join pg_attribute h on h.attrelid = place and h.attname = t.attname and not h.attisdropped
    where t.attrelid = target and t.attnum > 0 and not t.attisdropped order by t.attnum
  loop
    if wanted.left_behind is not null then
      raise exception 'history.% still holds the values of an earlier column %: give the new one another name', kept, wanted.name
        using errcode = 'duplicate_column';
    elsif wanted.earlier is null then
      execute format('alter table %s add column %I %s%s', place, wanted.name, wanted.type, wanted.collation);
    elsif wanted.earlier <> wanted.type then
      raise exception 'history.%.% is % but the table has %: use history.change_type', kept, wanted.name, wanted.earlier, wanted.type
        using errcode = 'datatype_mismatch';
    end if;
  end loop;
  execute format('create index if not exists %I on %s (id, recorded_at)', kept || '_id', place);
  execute format('create or replace function history.%I() returns trigger language plpgsql security definer
    set search_path = pg_catalog, pg_temp as %L', kept || '_remember', history.remember_text(target));
  execute format('revoke all on function history.%I from public', kept || '_remember');
  execute format('create or replace trigger remember before update or delete on %s for each row execute function history.%I()',
    target, kept || '_remember');
  perform history.make_as_of(target, kept || '_as_of');
end $$;

-- Gives a table its history, readable with `permission`, and a function <table>_as_of(instant) beside it. The table has
-- id, version, recorded_at and recorded_by. To be called again after a column is added to the table; a column is renamed,
-- dropped or given another type by the functions below.
create or replace function history.keep(target regclass, permission text) returns void language plpgsql
  set search_path = pg_catalog, pg_temp as $$
declare
  kept text := history.name_of(target);
begin
  if to_regclass(format('history.%I', kept)) is null then
    execute format('create table history.%I (recorded_until timestamptz not null, superseded_by uuid)', kept);
    execute format('alter table history.%I enable row level security', kept);
    execute format('create policy %I on history.%I for select to fotfeste_app using ((select access.may(%L)))',
      kept || '_read', kept, permission);
    execute format('grant select on history.%I to fotfeste_app', kept);
    insert into history.kept (target) values (keep.target);
  end if;
  perform history.renew(target);
end $$;

-- Renames a column of a kept table and of its history.
create function history.rename_column(target regclass, old_name text, new_name text) returns void language plpgsql
  set search_path = pg_catalog, pg_temp as $$
declare
  kept text := history.name_of(target);
begin
  execute format('drop function history.%I(timestamptz)', kept || '_as_of');
  execute format('alter table %s rename column %I to %I', target, old_name, new_name);
  execute format('alter table history.%I rename column %I to %I', kept, old_name, new_name);
  perform history.renew(target);
end $$;

-- Drops a column of a kept table. All that it held stays in the history under its name, what was believed last too:
-- those rows get a new version, which the system made.
create function history.drop_column(target regclass, name text) returns void language plpgsql
  set search_path = pg_catalog, pg_temp as $$
declare
  kept text := history.name_of(target);
begin
  if name in ('id', 'version', 'recorded_at', 'recorded_by') then
    raise exception 'history needs the column %', name using errcode = 'dependent_objects_still_exist';
  end if;
  execute format('update %s set version = version where %I is not null', target, name);
  execute format('drop function history.%I(timestamptz)', kept || '_as_of');
  execute format('alter table %s drop %I', target, name);
  execute format('comment on column history.%I.%I is %L', kept, name, 'No column of the table any more');
  perform history.renew(target);
end $$;

-- Gives a column of a kept table and of its history another type, if every value there has ever been survives it. For
-- other changes: a new column beside the old.
create function history.change_type(target regclass, name text, type text) returns void language plpgsql
  set search_path = pg_catalog, pg_temp as $$
declare
  kept text := history.name_of(target);
  earlier text;
  place text;
  lost bigint;
begin
  select format_type(atttypid, atttypmod) into earlier from pg_attribute where attrelid = target and attname = name;
  execute format('drop function history.%I(timestamptz)', kept || '_as_of');
  foreach place in array array[target::text, format('history.%I', kept)] loop
    execute format('select count(*) from %s where %I::%s::%s is distinct from %2$I', place, name, type, earlier) into lost;
    if lost > 0 then
      raise exception '% values of %.% would not survive as %', lost, place, name, type using errcode = 'data_exception';
    end if;
    execute format('alter table %s alter column %I type %s using %2$I::%3$s', place, name, type);
  end loop;
  perform history.renew(target);
end $$;

-- What is amiss between the kept tables and their histories, a line each. Every migration is held against it, since
-- a table can be altered past the functions above. What it makes to compare with, it removes again.
create function history.faults() returns setof text language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  target regclass;
  kept text;
  place regclass;
  amiss text;
begin
  for amiss in
    select format('%s has a history that history.kept does not name', c.oid::regclass) from pg_class c
    where c.relnamespace = 'history'::regnamespace and c.relkind = 'r' and c.relname <> 'kept'
      and not exists (select from history.kept k where history.name_of(k.target) = c.relname)
  loop return next amiss; end loop;
  for target in select k.target from history.kept k order by 1 loop
    kept := history.name_of(target);
    place := to_regclass(format('history.%I', kept));
    if place is null then
      return next format('%s is named in history.kept, and it or its history is gone', target);
      continue;
    end if;
    select string_agg(format('%s.%s is not so in its history', target, t.attname), E'\n') into amiss
    from pg_attribute t left join pg_attribute h on h.attrelid = place and h.attname = t.attname and not h.attisdropped
    where t.attrelid = target and t.attnum > 0 and not t.attisdropped
      and (h.attname is null or (h.atttypid, h.atttypmod, h.attcollation) <> (t.atttypid, t.atttypmod, t.attcollation)
        or col_description(place, h.attnum) is not null);
    if amiss is not null then
      return next amiss;
      continue;
    end if;
    if not exists (select from pg_trigger g join pg_proc p on p.oid = g.tgfoid
      where g.tgrelid = target and g.tgname = 'remember' and g.tgenabled in ('O', 'A') and g.tgtype = 27 -- before, row, update, delete
        and g.tgqual is null and g.tgattr = '' and p.pronamespace = 'history'::regnamespace and p.proname = kept || '_remember'
        and p.prosecdef and p.prosrc = history.remember_text(target))
    then
      return next format('the trigger of %s is not that of its columns', target);
    end if;
    perform history.make_as_of(target, 'as_of_to_compare');
    -- The text names the parameter by its function.
    if replace(pg_get_function_sqlbody(to_regprocedure('history.as_of_to_compare(timestamptz)')), 'as_of_to_compare.',
      quote_ident(kept || '_as_of') || '.') is distinct from
      pg_get_function_sqlbody(to_regprocedure(format('history.%I(timestamptz)', kept || '_as_of')))
    then
      return next format('the as-of function of %s is not that of its columns', target);
    end if;
    drop function history.as_of_to_compare(timestamptz);
    if not exists (select from pg_index i where i.indrelid = place and i.indisvalid and i.indpred is null
      and pg_get_indexdef(i.indexrelid, 1, false) = 'id' and pg_get_indexdef(i.indexrelid, 2, false) = 'recorded_at')
    then
      return next format('%s has no index by id and time', place);
    end if;
    if not (select relrowsecurity from pg_class where oid = place)
      or not exists (select from pg_policy where polrelid = place and polcmd = 'r')
      or exists (select from pg_policy where polrelid = place and polcmd <> 'r')
    then
      return next format('%s is not guarded for reading alone', place);
    end if;
  end loop;
end $$;

revoke all on function history.name_of, history.columns_of, history.remember_text, history.make_as_of, history.renew,
  history.rename_column, history.drop_column, history.change_type, history.faults from public;

-- The tables that are kept so far: known since their first version, or from now on when there is none.
do $$
declare
  target regclass;
  earliest timestamptz;
begin
  for target in select tgrelid from pg_trigger where tgfoid = 'history.remember'::regproc order by 1 loop
    execute format('select least((select min(recorded_at) from %s), (select min(recorded_at) from history.%I))',
      target, history.name_of(target)) into earliest;
    insert into history.kept (target, known_from) values (target, coalesce(earliest, platform.now()));
    perform history.renew(target);
  end loop;
end $$;
drop function history.remember();
