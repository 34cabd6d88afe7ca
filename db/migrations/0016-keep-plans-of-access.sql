-- expand: the questions asked at every request keep their plans; before PostgreSQL 18 a plain SQL function plans at each call

create or replace function access.find_session(hash bytea, today date)
  returns table (session uuid, account uuid, name text, provider text, opened_at timestamptz, last_seen_at timestamptz,
    ended_at timestamptz, locale text, membership uuid, role text, organisation uuid, kind text,
    organisation_nb text, organisation_nn text)
  language plpgsql stable security definer set search_path = pg_catalog rows 1 as $$
#variable_conflict use_column
begin
  return query
  select s.id, s.account, a.name, s.provider, s.opened_at, s.last_seen_at, s.ended_at, a.locale,
    m.id, m.role, o.id, o.kind, o.name_nb, o.name_nn
  from access.session s
  join access.account a on a.id = s.account
  left join (access.membership m join reference.organisation o on o.id = m.organisation)
    on m.id = s.membership and m.account = s.account and m.ended_at is null
    and m.valid_from <= today and (m.valid_to is null or m.valid_to >= today)
    and o.valid_from <= today and (o.valid_to is null or o.valid_to >= today)
    and access.usable(s.provider, s.represented, o.kind, o.number)
  where s.token_hash = hash;
end $$;

create or replace function access.within() returns setof uuid
  language plpgsql stable security definer set search_path = pg_catalog rows 10 as $$
begin
  return query
  with recursive below as (
    select id from reference.organisation where id = access.organisation()
    union
    select o.id from reference.organisation o join below on o.parent = below.id
  )
  select id from below;
end $$;

create or replace function access.entity() returns setof uuid
  language plpgsql stable security definer set search_path = pg_catalog rows 10 as $$
begin
  return query
  with recursive above as (
    select id, parent from reference.organisation where id = access.organisation()
    union
    select o.id, o.parent from reference.organisation o join above on o.id = above.parent
  ), whole as (
    select id from above where parent is null
    union
    select o.id from reference.organisation o join whole on o.parent = whole.id
  )
  select id from whole;
end $$;
