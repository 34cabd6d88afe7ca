-- expand: what is taken out of a long list is made by a job, as the one who asked, and kept for a week

create table platform.export (
  id uuid primary key default gen_random_uuid(),
  account uuid not null default access.actor(),
  -- The role in which it was asked for: it is made in that one, while it is in force.
  role text,
  organisation uuid,
  -- The list that the program knows by this name, and how it was filtered.
  name text not null,
  format text not null,
  query jsonb not null,
  state text not null default 'waiting' check (state in ('waiting', 'working', 'done', 'failed')),
  -- Of 'failed': the code of the problem.
  reason text check ((reason is not null) = (state = 'failed')),
  rows_total integer not null,
  rows_done integer not null default 0,
  made_at timestamptz not null default platform.now()
);
create index export_account on platform.export (account, made_at desc);
create index export_unfinished on platform.export (made_at) where state in ('waiting', 'working');

select access.protect('platform.export', history => false, account => 'account',
  read => array['export.own self'], write => array['export.own self'],
  kept_for => '7 days', kept_from => 'made_at', ground => 'GDPR article 5(1)(e): a copy is kept until it has been fetched');
