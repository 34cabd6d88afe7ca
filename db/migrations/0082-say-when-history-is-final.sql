-- expand: an answer about the past says up to when it is final, since what began earlier may still write

-- The instant before which no version can come to be believed any more. Versions are stamped with the start of their
-- transaction, so that is the start of the oldest one still open; with none open, now. Transactions without an id count:
-- they may write yet, and stamp with their start. It is -infinity when nothing is final: a transaction is open whose
-- start cannot be seen, or one is prepared, of which PostgreSQL tells when it was prepared and not when it began.
--
-- Ask it in a statement of its own, before reading what it is about: whoever committed in between is then seen by the
-- reading. In a transaction that reads from one snapshot the reading would not see him, so there it is refused.
create function history.horizon() returns timestamptz language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp as $$
declare
  oldest timestamptz;
begin
  if current_setting('transaction_isolation') not in ('read committed', 'read uncommitted') then
    raise exception 'the horizon is asked in a transaction that is read committed' using errcode = 'invalid_transaction_state';
  end if;
  -- A simulation has its own time, and decides itself who writes when.
  if platform.is_simulated() then return platform.now(); end if;
  if pg_is_in_recovery() or exists (select from pg_prepared_xacts where database = current_database()) then
    return '-infinity';
  end if;
  -- Others' sessions show their start to pg_read_all_stats alone (db/roles.sql asks for it). Of one that is hidden, the
  -- lock that every transaction has on itself shows that it is open. Sessions without a user are the server's own.
  select min(case when a.backend_type is not null and a.state is distinct from 'disabled' then a.xact_start
      when exists (select from pg_locks l where l.pid = a.pid and l.locktype = 'virtualxid' and l.mode = 'ExclusiveLock')
        then '-infinity' end)
    into oldest
    from pg_stat_activity a where a.datname = current_database() and a.usesysid is not null and a.pid <> pg_backend_pid();
  return least(oldest, now());
end $$;
revoke all on function history.horizon from public;
grant execute on function history.horizon to fotfeste_app;
