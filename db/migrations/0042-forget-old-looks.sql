-- expand: the access log forgets looks when their time is over, and the audit lines can be searched by kind and action

-- The application may not delete from the log; this function may, as its owner, for the system's own job alone. Whatever
-- it is asked, it leaves the latest three months: a fault or an intruder cannot wipe out fresh tracks by it.
create function access.forget_looks(before timestamptz, at_most integer) returns integer
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  forgotten integer;
begin
  if not access.may('*') then
    raise exception 'only the system forgets looks' using errcode = 'insufficient_privilege';
  end if;
  delete from access.access_log where id in (
    select id from access.access_log where at < least(before, now() - interval '3 months') order by at limit at_most);
  get diagnostics forgotten = row_count;
  return forgotten;
end $$;
revoke all on function access.forget_looks from public;
grant execute on function access.forget_looks to fotfeste_app;

create index audit_action on platform.audit (action, id);
create index audit_at on platform.audit (at);
