-- expand: what became of each nightly backup, so that a missed one is seen by the figures, the operator and the administrators

-- The owner's: it tells of this installation, and is not part of a backup.
create table platform.backup (
  id bigint generated always as identity primary key,
  ended_at timestamptz not null default platform.now(),
  -- The date on which its night began.
  night date not null,
  -- The name of the file, when it was read back and found whole.
  file text,
  bytes bigint,
  -- Why there is none.
  reason text,
  check ((file is null) = (reason is not null) and (file is null) = (bytes is null))
);
create index backup_night on platform.backup (night);
alter table platform.backup enable row level security;

-- For the figures: neither names nor reasons.
create function platform.backup_state() returns table (whole_at timestamptz, failures bigint)
  language sql stable security definer set search_path = pg_catalog, pg_temp rows 1 as $$
  select w.at, (select count(*) from platform.backup b where b.file is null and (w.at is null or b.ended_at > w.at))
  from (select max(ended_at) as at from platform.backup where file is not null) w
$$;
revoke all on function platform.backup_state from public;
grant execute on function platform.backup_state to fotfeste_app;
