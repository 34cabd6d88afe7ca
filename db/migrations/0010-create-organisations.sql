-- expand: the organisations that take part, and which of them the one who asks acts for

create schema reference;
grant usage on schema reference to fotfeste_app;

create table reference.organisation (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in ('directorate-unit', 'municipality', 'county-governor', 'reception-centre',
    'ministry', 'organisation', 'interpreter', 'public')),
  -- The organisation number that it acts under. A unit has its legal entity's, so the number is not unique.
  number text check (number ~ '^[0-9]{9}$'),
  municipality_number text check (municipality_number ~ '^[0-9]{4}$'),
  name_nb text not null check (name_nb <> ''),
  name_nn text not null check (name_nn <> ''),
  parent uuid references reference.organisation check (parent <> id),
  -- Decided by the organisation itself (språklova); neutral when the sender chooses.
  written_language text not null default 'neutral' check (written_language in ('nb', 'nn', 'neutral')),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  version integer not null default 1,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default access.actor(),
  check ((kind = 'municipality') = (municipality_number is not null))
);
create index organisation_parent on reference.organisation (parent);
create index organisation_number on reference.organisation (number);
create index organisation_kind on reference.organisation (kind, name_nb);
-- Municipality numbers come back after mergers and splits, so one is unique only among those in force.
create unique index organisation_municipality on reference.organisation (municipality_number) where valid_to is null;

-- Both run as owner: they are asked by the policies of the table that they read. The setting decides whom they answer for.
create function access.within() returns setof uuid language sql stable security definer set search_path = pg_catalog as $$
  with recursive below as (
    select id from reference.organisation where id = access.organisation()
    union
    select o.id from reference.organisation o join below on o.parent = below.id
  )
  select id from below
$$;
create function access.entity() returns setof uuid language sql stable security definer set search_path = pg_catalog as $$
  with recursive above as (
    select id, parent from reference.organisation where id = access.organisation()
    union
    select o.id, o.parent from reference.organisation o join above on o.id = above.parent
  ), whole as (
    select id from above where parent is null
    union
    select o.id from reference.organisation o join whole on o.parent = whole.id
  )
  select id from whole
$$;
comment on function access.within is 'The organisation that the one who asks acts for, and those below it';
comment on function access.entity is 'Every organisation under the same legal entity as the one who asks';
revoke all on function access.within, access.entity from public;
grant execute on function access.within, access.entity to fotfeste_app;

alter table reference.organisation enable row level security;
create policy organisation_read on reference.organisation for select to fotfeste_app
  using ((select access.may('organisation.read')) or id = (select access.organisation()));
create policy organisation_write on reference.organisation for update to fotfeste_app
  using ((select access.may('organisation.write')) and id in (select access.within()));
grant select on reference.organisation to fotfeste_app;
grant update (name_nb, name_nn, written_language) on reference.organisation to fotfeste_app;
select history.keep('reference.organisation', 'organisation.read');
