-- expand: who can give a role to someone that has logged in without one

-- The administrators of the organisations that the login was shown to represent. Runs as owner because a person without
-- a role sees nobody; it answers only about the asker's own session.
create function access.who_gives(of_session uuid, today date)
  returns table (organisation_nb text, organisation_nn text, administrator text)
  language sql stable security definer set search_path = pg_catalog as $$
  select o.name_nb, o.name_nn, a.name
  from access.session s
  join reference.organisation o on o.number = any(s.represented)
  join access.membership m on m.organisation = o.id and m.role = 'administrator' and m.ended_at is null
    and m.valid_from <= today and (m.valid_to is null or m.valid_to >= today)
  join access.account a on a.id = m.account
  where s.id = of_session and s.account = access.actor() and s.provider = 'employee'
  order by o.name_nb, a.name
  limit 20
$$;
revoke all on function access.who_gives from public;
grant execute on function access.who_gives to fotfeste_app;

-- The roles that the asker may use in the asker's own session. Runs as owner because the names of the organisations lie
-- outside what someone who has not chosen a role may read.
create function access.usable_memberships(of_session uuid, today date)
  returns table (id uuid, organisation uuid, role text, kind text, name_nb text, name_nn text)
  language sql stable security definer set search_path = pg_catalog as $$
  select m.id, o.id, m.role, o.kind, o.name_nb, o.name_nn
  from access.session s
  join access.membership m on m.account = s.account
  join reference.organisation o on o.id = m.organisation
  where s.id = of_session and s.account = access.actor() and m.ended_at is null
    and m.valid_from <= today and (m.valid_to is null or m.valid_to >= today)
    and o.valid_from <= today and (o.valid_to is null or o.valid_to >= today)
    and access.usable(s.provider, s.represented, o.kind, o.number)
$$;
revoke all on function access.usable_memberships from public;
grant execute on function access.usable_memberships to fotfeste_app;

-- Ends the session that a browser had when it logs in anew. Runs as owner because the hash is nobody's to read.
create function access.replace_session(hash bytea, at timestamptz) returns void
  language sql volatile security definer set search_path = pg_catalog as $$
  update access.session set ended_at = at, ended_because = 'replaced' where token_hash = hash and ended_at is null
$$;
revoke all on function access.replace_session from public;
grant execute on function access.replace_session to fotfeste_app;
