-- expand: what no query of the application does, it may not do either, should somebody make it run a query of theirs

-- A line says who did it: nobody leaves one in another's name.
drop policy audit_write on platform.audit;
create policy audit_write on platform.audit for insert to fotfeste_app
  with check (actor is not distinct from (select access.actor()));
drop policy access_log_write on access.access_log;
create policy access_log_write on access.access_log for insert to fotfeste_app
  with check (actor is not distinct from (select access.actor()));

-- A role stays with whom it was given to; only the login moves it, when an invitation is answered by someone known.
create function access.keep_holder() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if not access.may('login.complete') and not access.may('*') then
    raise exception 'a role stays with whom it was given to' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger keep_holder before update of account on access.membership for each row
  when (old.account is distinct from new.account and current_user = 'fotfeste_app') execute function access.keep_holder();

-- A session that has ended stays so.
create function access.keep_ended() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  raise exception 'a session that has ended stays so' using errcode = 'insufficient_privilege';
end $$;
create trigger keep_ended before update of ended_at on access.session for each row
  when (old.ended_at is not null and new.ended_at is null and current_user = 'fotfeste_app')
  execute function access.keep_ended();

-- Unless it is named, the schema of temporary tables and types comes before all others, also in a function that runs as
-- its owner; named last, nothing that the caller makes there is ever taken for ours.
do $$
declare
  found record;
begin
  for found in
    select p.oid::regprocedure as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where p.prosecdef and n.nspname in ('access', 'history', 'platform', 'reference', 'governance', 'appropriations')
      and p.proconfig @> array['search_path=pg_catalog']
  loop
    execute format('alter function %s set search_path = pg_catalog, pg_temp', found.name);
  end loop;
end $$;
