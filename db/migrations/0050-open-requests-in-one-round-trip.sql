-- expand: who asks is found and set by one function, in the round trip of BEGIN; nothing is written without somebody set

-- Finds the session of a cookie and sets what row-level security reads, for this transaction. Whether the session still
-- counts, and what its role may do, is told by `rules`, which the application makes from its own (access/rules):
--   {"limits": {provider: {"idle": ms, "absolute": ms}}, "touch": ms, "permissions": {role: {kind: ",a,b,"}}}
-- A session that does not count sets nobody, and no row is returned. The time of last use is stored at most once in
-- `touch`, and not when another request is just doing so.
create function access.begin_request(hash bytea, at timestamptz, today date, rules jsonb)
  returns table (session uuid, account uuid, name text, locale text, role text, organisation uuid, kind text,
    organisation_nb text, organisation_nn text)
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp rows 1 as $$
#variable_conflict use_column
declare
  found record;
  limits jsonb;
  ms constant interval := interval '1 millisecond';
begin
  select * into found from access.find_session(hash, today);
  limits := rules -> 'limits' -> found.provider;
  if found.session is null or limits is null or coalesce(found.ended_at <= at, false)
    or at - found.opened_at >= (limits ->> 'absolute')::double precision * ms
    or at - found.last_seen_at >= (limits ->> 'idle')::double precision * ms
  then
    perform set_config('fotfeste.actor', '', true), set_config('fotfeste.organisation', '', true),
      set_config('fotfeste.permissions', '', true);
    return;
  end if;
  perform set_config('fotfeste.actor', found.account::text, true),
    set_config('fotfeste.organisation', coalesce(found.organisation::text, ''), true),
    set_config('fotfeste.permissions', coalesce(rules -> 'permissions' -> found.role ->> found.kind, ''), true);
  if at - found.last_seen_at >= (rules ->> 'touch')::double precision * ms then
    update access.session set last_seen_at = at where id = (
      select id from access.session where id = found.session and ended_at is null and last_seen_at = found.last_seen_at
      for update skip locked);
  end if;
  return query select found.session, found.account, found.name, found.locale, found.role, found.organisation, found.kind,
    found.organisation_nb, found.organisation_nn;
end $$;
revoke all on function access.begin_request from public;
grant execute on function access.begin_request to fotfeste_app;

-- True when the transaction says who acts. Statements that travel behind a BEGIN which was refused run without it, each
-- committing alone, so no policy for writing may open then.
create function access.acting() returns boolean language sql stable parallel safe
  return coalesce(nullif(current_setting('fotfeste.actor', true), ''),
    nullif(current_setting('fotfeste.permissions', true), '')) is not null;

drop policy notification_write on platform.notification;
create policy notification_write on platform.notification for insert to fotfeste_app
  with check ((select access.acting()));
drop policy audit_write on platform.audit;
create policy audit_write on platform.audit for insert to fotfeste_app
  with check ((select access.acting()) and actor is not distinct from (select access.actor()));
drop policy access_log_write on access.access_log;
create policy access_log_write on access.access_log for insert to fotfeste_app
  with check ((select access.acting()) and actor is not distinct from (select access.actor()));

create or replace function platform.enqueue(task text, payload json, run_at timestamptz default null, job_key text default null)
  returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not access.acting() then
    raise exception 'nobody acts' using errcode = 'insufficient_privilege';
  end if;
  perform graphile_worker.add_job(task, payload => payload, run_at => coalesce(run_at, now()), job_key => job_key);
end $$;
