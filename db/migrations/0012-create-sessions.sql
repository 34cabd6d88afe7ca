-- expand: logins under way, sessions, and the one query that every request asks

-- A login between leaving for the provider and coming back. Both hashes must match: the state that the provider returns,
-- and the cookie of the browser that began, so that nobody can finish another's login.
create table access.login_state (
  state_hash bytea primary key,
  browser_hash bytea not null,
  provider text not null check (provider in ('employee', 'citizen')),
  nonce text not null,
  code_verifier text not null,
  return_to text not null,
  invitation_hash bytea,
  created_at timestamptz not null
);
create index login_state_created on access.login_state (created_at);
alter table access.login_state enable row level security;
create policy login_state_login on access.login_state to fotfeste_app
  using ((select access.may('login.complete'))) with check ((select access.may('login.complete')));
grant select, insert, delete on access.login_state to fotfeste_app;

create table access.session (
  id uuid primary key default gen_random_uuid(),
  -- SHA-256 of the cookie's value: what lies here opens nothing.
  token_hash bytea not null unique,
  account uuid not null references access.account,
  provider text not null check (provider in ('employee', 'citizen')),
  acr text not null,
  -- The organisation numbers that the provider vouched for; a role elsewhere cannot be used in this session.
  represented text[] not null default '{}',
  membership uuid references access.membership,
  -- Encrypted; the provider wants it back at logout.
  id_token bytea,
  user_agent text not null default '',
  opened_at timestamptz not null,
  last_seen_at timestamptz not null,
  ended_at timestamptz,
  ended_because text check (ended_because in ('logout', 'logout-everywhere', 'ended-by-person', 'replaced', 'limit'))
);
create index session_account on access.session (account) where ended_at is null;
create index session_opened on access.session (opened_at);
alter table access.session enable row level security;
create policy session_own on access.session for select to fotfeste_app using (account = (select access.actor()));
create policy session_change on access.session for update to fotfeste_app using (account = (select access.actor()));
create policy session_login on access.session to fotfeste_app
  using ((select access.may('login.complete'))) with check ((select access.may('login.complete')));
grant select (id, account, provider, acr, represented, membership, id_token, user_agent, opened_at, last_seen_at,
  ended_at, ended_because), insert on access.session to fotfeste_app;
grant update (membership, ended_at, ended_because) on access.session to fotfeste_app;

-- True when a login by this provider, with what it was shown to represent, may use a role in the organisation.
create function access.usable(provider text, represented text[], kind text, number text) returns boolean
  language sql immutable parallel safe
  return case provider when 'employee' then coalesce(number = any(represented), false)
    else kind in ('interpreter', 'public') end;

-- Who holds the cookie: one look-up by unique index. Runs as owner because nobody is logged in before it has answered.
create function access.find_session(hash bytea, today date)
  returns table (session uuid, account uuid, name text, provider text, opened_at timestamptz, last_seen_at timestamptz,
    ended_at timestamptz, locale text, membership uuid, role text, organisation uuid, kind text,
    organisation_nb text, organisation_nn text)
  language sql stable security definer set search_path = pg_catalog rows 1 as $$
  select s.id, s.account, a.name, s.provider, s.opened_at, s.last_seen_at, s.ended_at, a.locale,
    m.id, m.role, o.id, o.kind, o.name_nb, o.name_nn
  from access.session s
  join access.account a on a.id = s.account
  left join (access.membership m join reference.organisation o on o.id = m.organisation)
    on m.id = s.membership and m.account = s.account and m.ended_at is null
    and m.valid_from <= today and (m.valid_to is null or m.valid_to >= today)
    and o.valid_from <= today and (o.valid_to is null or o.valid_to >= today)
    and access.usable(s.provider, s.represented, o.kind, o.number)
  where s.token_hash = hash
$$;
-- Stores the time of last use; does nothing when another request has just done it.
create function access.touch_session(of_session uuid, at timestamptz) returns void
  language sql volatile security definer set search_path = pg_catalog as $$
  update access.session set last_seen_at = at
  where id = of_session and ended_at is null and last_seen_at < at - interval '50 seconds'
$$;
revoke all on function access.find_session, access.touch_session from public;
grant execute on function access.find_session, access.touch_session to fotfeste_app;
