-- expand: one guard for tables: each way to a row is one line, and row-level security is made from it

-- What has been declared by access.protect. In the schema of migrations, because it is part of the schema and not data.
create table migration.guard (
  -- schema.table
  target text primary key,
  -- The columns that say whose a row is: the organisation's, the account's, and whose data it is.
  organisation name,
  account name,
  person name,
  part_of text references migration.guard,
  part_by name,
  kept_for interval,
  kept_from text,
  ground text,
  check (num_nulls(part_of, part_by) in (0, 2)),
  check (num_nulls(kept_for, kept_from, ground) in (0, 3))
);
create table migration.guard_way (
  target text not null references migration.guard,
  verb text not null check (verb in ('read', 'write', 'add', 'remove')),
  -- '*' is the system's jobs.
  permission text not null,
  reach text not null check (reach in ('all', 'entity', 'organisation', 'self', 'party', 'record')),
  -- Of 'party': as what one must take part; null is as anything.
  grades text[],
  condition text,
  place integer not null,
  primary key (target, verb, place)
);

-- One way to a row as a condition in SQL; `alias` is what the row is called there. A set is put into an array, which is made
-- once a statement and looked up by index (0.4 ms of 300 000 rows; `in (select …)` reads them all, 25 ms).
create function access.way_condition(way migration.guard_way, alias text) returns text
  language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  guard migration.guard;
  whole text := case when alias like 'whole%' then alias || '_' else 'whole' end;
  met text;
begin
  select * into strict guard from migration.guard g where g.target = way.target;
  met := case way.reach
    when 'all' then null
    when 'organisation' then format('%s.%I = any (array(select access.within()))', alias, guard.organisation)
    when 'entity' then format('%s.%I = any (array(select access.entity()))', alias, guard.organisation)
    when 'self' then format('%s.%I = (select access.actor())', alias, guard.account)
    when 'party' then format('%s.id = any (array(select %s(%L)))', alias, way.target || '_as_party', way.grades)
    when 'record' then
      case when guard.part_of = way.target then format('%s(%s.%I, %L)', way.target || '_whole', alias, guard.part_by, way.permission)
      else format('exists (select from %s %s where %2$s.id = %s.%I%s)', guard.part_of, whole, alias, guard.part_by,
        case when way.verb = 'read' then '' else ' and '
          || access.ways_condition(guard.part_of, 'write', whole, way.permission) end)
      end
  end;
  return '(' || concat_ws(' and ', format('(select access.may(%L))', way.permission), met,
    case when way.condition is not null then '(' || way.condition || ')' end) || ')';
end $$;

-- All ways of a verb, or those by one permission; `false` when there is none.
create function access.ways_condition(of_target text, of_verb text, alias text, by_permission text default null) returns text
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select coalesce('(' || string_agg(access.way_condition(w, alias), ' or ' order by w.place) || ')', 'false')
  from migration.guard_way w
  where w.target = of_target and w.verb = of_verb and (by_permission is null or w.permission = by_permission)
$$;

-- Keeps ways that are written as '<permission> <reach>[:<grade>,<grade>][ if <condition>]'.
create function access.keep_ways(of_target text, of_verb text, ways text[]) returns void
  language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  way text; read text[];
begin
  foreach way in array ways loop
    read := regexp_match(way, '^([a-z.-]+|\*) (all|entity|organisation|self|party|record)(?::([a-z,-]+))?(?: if (.+))?$');
    if read is null or (read[3] is not null and read[2] <> 'party') then
      raise exception '% of %: "%" is no way to a row', of_verb, of_target, way;
    end if;
    insert into migration.guard_way (target, verb, permission, reach, grades, condition, place)
    values (of_target, of_verb, read[1], read[2], string_to_array(read[3], ','), read[4],
      (select count(*) from migration.guard_way w where w.target = of_target and w.verb = of_verb));
  end loop;
end $$;

-- The table of those who take part in a record: an organisation or an account, as what, and from when until when.
create function access.keep_party(target regclass, place text, relation text) returns void
  language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  party text := format('%I.%I', place, relation || '_party');
begin
  execute format($f$create table %s (
      id uuid primary key default gen_random_uuid(),
      record uuid not null references %s on delete cascade,
      organisation uuid references reference.organisation,
      account uuid references access.account,
      grade text not null,
      valid_from date not null default platform.today(),
      valid_to date check (valid_to >= valid_from),
      check (num_nonnulls(organisation, account) = 1)
    )$f$, party, target);
  execute format('create index on %s (organisation, record) where organisation is not null', party);
  execute format('create index on %s (account, record) where account is not null', party);
  execute format('create index on %s (record)', party);
  -- Runs as owner: it is asked by the policy of the record, on which the party's own policy stands.
  execute format($f$create function %I.%I(grades text[]) returns setof uuid
    language sql stable security definer set search_path = pg_catalog, pg_temp as $s$
      select p.record from %s p
      where p.organisation = any (array(select access.within())) and (grades is null or p.grade = any (grades))
        and p.valid_from <= platform.today() and (p.valid_to is null or p.valid_to >= platform.today())
      union all
      select p.record from %s p
      where p.account = access.actor() and (grades is null or p.grade = any (grades))
        and p.valid_from <= platform.today() and (p.valid_to is null or p.valid_to >= platform.today())
    $s$ $f$, place, relation || '_as_party', party, party);
  execute format('revoke all on function %I.%I from public', place, relation || '_as_party');
  execute format('grant execute on function %I.%I to fotfeste_app', place, relation || '_as_party');
end $$;

-- Makes the policies, grants and history of a guarded table anew from what is declared.
create function access.enforce(of_target text) returns void language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  target regclass := of_target::regclass;
  place text := split_part(of_target, '.', 1);
  relation text := split_part(of_target, '.', 2);
  kept regclass := to_regclass(format('history.%I', place || '_' || relation));
  alias text := quote_ident(relation);
  system constant text := '(select access.may(''*''))';
  columns text;
  old record;
  verb text;
begin
  execute format('alter table %s enable row level security', target);
  for old in select p.polname as name, p.polrelid::regclass as relation from pg_policy p where p.polrelid in (target, kept) loop
    execute format('drop policy %I on %s', old.name, old.relation);
  end loop;
  -- A record that is part of one of its own kind. Runs as owner: a table's policy cannot ask the table that it guards.
  if exists (select from migration.guard g where g.target = of_target and g.part_of = of_target) then
    execute format('create or replace function %I.%I(record uuid, permission text) returns boolean
      language sql stable security definer set search_path = pg_catalog, pg_temp as $f$
      select exists (select from %s whole where whole.id = record and (%s)) $f$', place, relation || '_whole', target,
      (select string_agg(format('permission = %L and %s', w.permission, access.way_condition(w, 'whole')), ' or ' order by w.place)
       from migration.guard_way w where w.target = of_target and w.verb = 'write' and w.reach <> 'record'));
    execute format('revoke all on function %I.%I from public', place, relation || '_whole');
    execute format('grant execute on function %I.%I to fotfeste_app', place, relation || '_whole');
  end if;
  execute format('revoke all on %s from fotfeste_app', target);
  execute format('grant select on %s to fotfeste_app', target);
  execute format('create policy %I on %s for select to fotfeste_app using (%s or %s)',
    relation || '_read', target, system, access.ways_condition(of_target, 'read', alias));
  for verb in select distinct w.verb from migration.guard_way w where w.target = of_target and w.verb <> 'read' loop
    execute format('create policy %I on %s for %s to fotfeste_app %s', relation || '_' || verb, target,
      case verb when 'add' then 'insert' when 'write' then 'update' else 'delete' end,
      concat_ws(' ',
        case when verb <> 'add' then format('using (%s or %s)', system, access.ways_condition(of_target, verb, alias)) end,
        case when verb <> 'remove' then format('with check (%s or %s)', system, access.ways_condition(of_target, verb, alias)) end));
  end loop;
  -- Bookkeeping is the database's own.
  select string_agg(quote_ident(a.attname), ', ') into columns from pg_attribute a
  where a.attrelid = target and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    and a.attname not in ('id', 'version', 'recorded_at', 'recorded_by');
  for verb in select distinct w.verb from migration.guard_way w where w.target = of_target and w.verb <> 'read' loop
    execute format('grant %s on %s to fotfeste_app',
      case verb when 'add' then 'insert' when 'remove' then 'delete' else format('update (%s)', columns) end, target);
  end loop;
  -- What a screen asks before it offers to write.
  if exists (select from migration.guard_way w where w.target = of_target and w.verb = 'write')
    and exists (select from pg_attribute a where a.attrelid = target and a.attname = 'id')
  then
    execute format('create or replace function %I.%I(record uuid) returns boolean language sql stable
      set search_path = pg_catalog, pg_temp as $f$ select exists (select from %s where %4$s.id = record and %s) $f$',
      place, relation || '_writable', target, alias, access.ways_condition(of_target, 'write', alias));
    execute format('revoke all on function %I.%I from public', place, relation || '_writable');
    execute format('grant execute on function %I.%I to fotfeste_app', place, relation || '_writable');
  end if;
  if kept is not null then
    -- By today's access to the record, never by what a row said then; what is removed, by those who reach every record.
    execute format('create policy %I on %s for select to fotfeste_app using (%s or exists (select from %s r where r.id = %I.id)%s)',
      place || '_' || relation || '_read', kept, system, target, place || '_' || relation,
      (select string_agg(format(' or (select access.may(%L))', w.permission), '' order by w.place) from migration.guard_way w
       where w.target = of_target and w.verb = 'read' and w.reach = 'all' and w.condition is null));
  end if;
end $$;

-- Guards a table. Ways are written as '<permission> <reach>[:<grade>,<grade>][ if <condition on the row>]'; the system's jobs
-- have theirs without being named. Reach:
--   all           every row
--   entity        rows whose `organisation` is of the asker's legal entity
--   organisation  rows whose `organisation` is the asker's or below it
--   self          rows whose `account` is the asker's
--   party         rows in which the asker, or the organisation, takes part (makes <table>_party, of which the owner writes the rows)
--   record        rows that are part of a record (`part_of`, `part_by`) which the asker may read, or write by the same permission
-- Beside the policies it makes <table>_writable(id).
-- `add` is who may insert, as `write` unless it is said; `remove` is nobody unless it is said. `person` names whose data a row
-- is: then the answer to a request must have left a look for each. What is about people is kept for a time, on a ground.
create function access.protect(
  target regclass, read text[], write text[] default '{}', add text[] default null, remove text[] default '{}',
  organisation name default null, account name default null, person name default null,
  part_of regclass default null, part_by name default null, history boolean default true,
  kept_for interval default null, kept_from text default null, ground text default null
) returns void language plpgsql set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_variable
declare
  place text; relation text; named text; whole text; missing text;
begin
  select n.nspname, c.relname into place, relation from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = target;
  named := place || '.' || relation;
  if part_of is not null then
    select n.nspname || '.' || c.relname into whole from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = part_of;
  end if;
  if person is not null and part_of is null and kept_for is null then
    raise exception '% is about people: say for how long it is kept, from when, and on what ground', named;
  end if;
  if history then
    execute format('alter table %s add column if not exists version integer not null default 1,
      add column if not exists recorded_at timestamptz not null default platform.now(),
      add column if not exists recorded_by uuid default access.actor()', target);
    perform history.keep(target, split_part(read[1], ' ', 1));
  end if;
  delete from migration.guard_way w where w.target = named;
  insert into migration.guard values (named, organisation, account, person, whole, part_by, kept_for, kept_from, ground)
  on conflict on constraint guard_pkey do update set organisation = excluded.organisation, account = excluded.account,
    person = excluded.person, part_of = excluded.part_of, part_by = excluded.part_by,
    kept_for = excluded.kept_for, kept_from = excluded.kept_from, ground = excluded.ground;
  perform access.keep_ways(named, 'read', read);
  perform access.keep_ways(named, 'write', write);
  perform access.keep_ways(named, 'add', coalesce(add, write));
  perform access.keep_ways(named, 'remove', remove);
  select string_agg(w.permission || ' ' || w.reach, ', ') into missing from migration.guard_way w where w.target = named
    and case w.reach when 'organisation' then organisation is null when 'entity' then organisation is null
      when 'self' then account is null when 'record' then whole is null else false end;
  if missing is not null then
    raise exception '%: no column is named that tells of %', named, missing;
  end if;
  if exists (select from migration.guard_way w where w.target = named and w.reach = 'party')
    and to_regclass(named || '_party') is null
  then
    perform access.keep_party(target, place, relation);
  end if;
  perform access.enforce(named);
  if to_regclass(named || '_party') is not null then
    perform access.protect((named || '_party')::regclass, organisation => 'organisation', account => 'account',
      part_of => target, part_by => 'record',
      read => array(select distinct split_part(way, ' ', 1) || ' record' from unnest(read) way),
      write => array(select distinct split_part(way, ' ', 1) || ' record' from unnest(write) way));
  end if;
end $$;

revoke all on function access.way_condition, access.ways_condition, access.keep_ways, access.keep_party, access.enforce,
  access.protect from public;

-- The tables about people, what they were before, and the views of either: with the column that says whose data a row is,
-- by the numbers that the description of an answer gives, and those that tell of the version and not of the person.
create function platform.people_tables()
  returns table (relation oid, name text, attribute smallint, bookkeeping smallint[])
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with recursive about as (
    select r.relation, g.person from migration.guard g
    cross join lateral (values (g.target::regclass::oid),
      (to_regclass('history.' || quote_ident(replace(g.target, '.', '_')))::oid)) r(relation)
    where g.person is not null and r.relation is not null
    union
    select r.ev_class, a.person from about a
    join pg_depend d on d.refclassid = 'pg_class'::regclass and d.refobjid = a.relation and d.classid = 'pg_rewrite'::regclass
    join pg_rewrite r on r.oid = d.objid and r.ev_class <> a.relation
  )
  select a.relation, n.nspname || '.' || c.relname,
    (select t.attnum from pg_attribute t where t.attrelid = a.relation and t.attname = a.person and not t.attisdropped),
    array(select t.attnum from pg_attribute t where t.attrelid = a.relation and t.attname in ('id', 'version', 'recorded_at',
      'recorded_by', 'recorded_until', 'superseded_by'))
  from about a join pg_class c on c.oid = a.relation join pg_namespace n on n.oid = c.relnamespace
$$;
revoke all on function platform.people_tables from public;
grant execute on function platform.people_tables to fotfeste_app;

-- Whether the one who asks may read a record of a guarded table. Runs as the one who asks.
create function access.readable(of_target text, record uuid) returns boolean
  language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  found boolean;
begin
  execute format('select exists (select from %s where id = $1)', of_target::regclass) into found using record;
  return found;
end $$;
revoke all on function access.readable from public;
grant execute on function access.readable to fotfeste_app;
