-- expand: the ground that every module stands on: access settings, audit, files, notifications, jobs

create schema access;
create schema platform;
grant usage on schema access, platform to fotfeste_app;

-- Who is asking is transaction-local (pgbouncer in transaction mode must work), set by the request's one transaction.
create function access.actor() returns uuid language sql stable parallel safe
  return nullif(current_setting('fotfeste.actor', true), '')::uuid;
create function access.organisation() returns uuid language sql stable parallel safe
  return nullif(current_setting('fotfeste.organisation', true), '')::uuid;

-- The permissions stand in the setting as ',letter.read,letter.check,'; ',*,' is the system's own jobs.
create function access.may(permission text) returns boolean language sql stable parallel safe
  return coalesce(
    strpos(current_setting('fotfeste.permissions', true), ',' || permission || ',') > 0
    or current_setting('fotfeste.permissions', true) = ',*,', false);

-- The name of who made a change, for change histories; the account itself may lie outside the reader's reach.
create function access.name_of(person uuid) returns text language plpgsql stable security definer
  set search_path = pg_catalog as $$
begin
  return (select a.name from access.account a where a.id = person);
end $$;
revoke all on function access.name_of from public;
grant execute on function access.name_of to fotfeste_app;

-- Every write's line, in the write's own transaction. No UPDATE or DELETE is granted to anyone.
create table platform.audit (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  actor uuid,
  organisation uuid,
  action text not null,
  kind text not null,
  record text not null,
  detail jsonb not null default '{}',
  request text not null
);
create index audit_record on platform.audit (kind, record, id);
create index audit_actor on platform.audit (actor, id);
alter table platform.audit enable row level security;
create policy audit_write on platform.audit for insert to fotfeste_app with check (true);
create policy audit_read on platform.audit for select to fotfeste_app
  using (actor = (select access.actor()) or (select access.may('access.log.search')));
grant select, insert on platform.audit to fotfeste_app;

-- Every look at a person, in the look's own transaction (personopplysningsloven; the read log of conventions.md).
create table access.access_log (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  actor uuid,
  organisation uuid,
  kind text not null,
  record text not null,
  person uuid not null,
  request text not null
);
create index access_log_person on access.access_log (person, id);
create index access_log_actor on access.access_log (actor, id);
create index access_log_at on access.access_log (at);
alter table access.access_log enable row level security;
create policy access_log_write on access.access_log for insert to fotfeste_app with check (true);
create policy access_log_read on access.access_log for select to fotfeste_app
  using (person = (select access.actor()) or (select access.may('access.log.search')));
grant select, insert on access.access_log to fotfeste_app;

-- Files are kept in the database: one backup, one transaction. `permission` names what a reader must have.
create table platform.file (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  media_type text not null,
  size integer not null,
  sha256 text not null,
  bytes bytea not null,
  permission text not null,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default access.actor()
);
create index file_sha256 on platform.file (sha256);
alter table platform.file enable row level security;
create policy file_read on platform.file for select to fotfeste_app using (access.may(permission));
create policy file_write on platform.file for insert to fotfeste_app with check (access.may(permission));
grant select, insert on platform.file to fotfeste_app;

create table platform.notification (
  id uuid primary key default gen_random_uuid(),
  account uuid not null,
  code text not null,
  params jsonb not null default '{}',
  link text not null,
  created_at timestamptz not null default now(),
  read_at timestamptz
);
create index notification_account on platform.notification (account, created_at desc);
alter table platform.notification enable row level security;
create policy notification_write on platform.notification for insert to fotfeste_app with check (true);
create policy notification_own on platform.notification for select to fotfeste_app
  using (account = (select access.actor()) or (select access.may('*')));
create policy notification_mark on platform.notification for update to fotfeste_app
  using (account = (select access.actor()));
grant select, insert on platform.notification to fotfeste_app;
grant update (read_at) on platform.notification to fotfeste_app;

-- What the demo's own SMTP server received, so that e-mail can be looked at without a mailbox.
create table platform.test_inbox (
  id bigint generated always as identity primary key,
  received_at timestamptz not null default now(),
  recipient text not null,
  subject text not null,
  body text not null
);
grant select, insert on platform.test_inbox to fotfeste_app;
alter table platform.test_inbox enable row level security;
create policy test_inbox_all on platform.test_inbox to fotfeste_app using (true) with check (true);

-- The application may add a job and nothing else to the queue: it never sees other people's payloads.
create function platform.enqueue(task text, payload json, run_at timestamptz default null, job_key text default null)
  returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform graphile_worker.add_job(task, payload => payload, run_at => coalesce(run_at, now()), job_key => job_key);
end $$;
revoke all on function platform.enqueue from public;
grant execute on function platform.enqueue to fotfeste_app;
