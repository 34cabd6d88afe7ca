-- expand: a job that ends the process that runs it is set aside the second time, instead of ending one after another

-- Which process has taken jobs under which name. The library gives its pools names by chance; the process's number is
-- what its advisory lock shows to be alive.
create table platform.job_runner (
  pool text primary key,
  runner integer not null
);

-- How often a job has ended its process. Written by the owner's connection of whoever finds the dead one.
create table platform.job_fate (
  job bigint primary key,
  ended integer not null,
  last_at timestamptz not null default now()
);

-- Jobs that are not run any more until somebody says so (./fotfeste jobs).
create table platform.job_set_aside (
  id bigint generated always as identity primary key,
  task text not null,
  payload json not null,
  ended integer not null,
  at timestamptz not null default now()
);

-- The application has no right to any of them; this says so a second time.
alter table platform.job_runner enable row level security;
alter table platform.job_fate enable row level security;
alter table platform.job_set_aside enable row level security;
