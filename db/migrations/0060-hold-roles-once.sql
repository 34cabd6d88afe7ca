-- expand: a role is held once at a time, also one for a time, and whoever gives roles to a person waits for the other

-- What ran out ended with its last day.
update access.membership set ended_at = (valid_to + 1)::timestamp at time zone 'Europe/Oslo'
where ended_at is null and valid_to < (now() at time zone 'Europe/Oslo')::date;

-- Of a role that is held several times the one that lasts longest stays.
update access.membership set ended_at = now() where id in (
  select id from (
    select id, row_number() over (partition by account, organisation, role
      order by valid_to desc nulls first, recorded_at, id) as place
    from access.membership where ended_at is null) held
  where place > 1);

drop index access.membership_once;
create unique index membership_once on access.membership (account, organisation, role) where ended_at is null;

-- Waits for whoever else gives roles to the person, until this transaction ends. Runs as owner because a lock asks for the
-- right to change, which an administrator has not on others' accounts.
create function access.hold_account(of_account uuid) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform from access.account where id = of_account for no key update;
end $$;
revoke all on function access.hold_account from public;
grant execute on function access.hold_account to fotfeste_app;

-- Whether somebody has ever logged in, or is known to a provider. Runs as owner because an administrator does not see
-- every login of the own people.
create function access.is_known(of_account uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select access.may('access.administer') and exists (select from access.identity where account = of_account)
$$;
revoke all on function access.is_known from public;
grant execute on function access.is_known to fotfeste_app;

-- Not even the login moves a role to whoever gave it.
create or replace function access.keep_holder() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if not access.may('login.complete') and not access.may('*') then
    raise exception 'a role stays with whom it was given to' using errcode = 'insufficient_privilege';
  end if;
  if new.account = new.given_by then
    raise exception 'nobody gets a role that they gave' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
