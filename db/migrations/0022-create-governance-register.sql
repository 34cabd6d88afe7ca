-- expand: the register that people follow up: goals, what is owed, deadlines, status, deliveries, the chain

create table governance.goal (
  id uuid primary key default gen_random_uuid(),
  letter uuid not null references governance.letter,
  year integer not null,
  number text not null,
  title text not null,
  position integer not null,
  version integer not null default 1,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default access.actor()
);
create index goal_year on governance.goal (year, position);

-- Everything that the directorate owes its ministry and that gets an owner and a status: one table, because they are
-- followed up alike, in the same lists, with the same deadlines and lights.
create table governance.commitment (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in ('steering-parameter', 'reporting-requirement', 'assignment', 'milestone', 'report',
    'meeting', 'duty')),
  letter uuid not null references governance.letter,
  goal uuid references governance.goal,
  parent uuid references governance.commitment,
  year integer not null,
  code text,
  title text not null,
  -- new | earlier | fou | fou-binding | revised | cancelled, for assignments as the letter groups them
  grouping text,
  purpose text,
  baseline text,
  description text,
  frequency text,
  recurrence text,
  deadline_text text,
  lead text,
  partners text[] not null default '{}',
  financing text,
  position integer not null,
  source_start integer,
  source_end integer,
  -- open: to be delivered; done: all delivered; withdrawn by a later letter; replaced by a revision or a new number
  state text not null default 'open' check (state in ('open', 'done', 'withdrawn', 'replaced')),
  -- the latest status note's light, kept here so that lists need one index; null = not yet assessed
  light text check (light in ('green', 'yellow', 'red')),
  owner_unit uuid,
  owner_person uuid,
  -- the earliest date by which something is still due, kept by the writes that change deadlines
  next_deadline date,
  version integer not null default 1,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default access.actor()
);
create index commitment_year on governance.commitment (year, kind, position);
create index commitment_next on governance.commitment (next_deadline) where state = 'open';
create index commitment_owner_person on governance.commitment (owner_person) where state = 'open';
create index commitment_owner_unit on governance.commitment (owner_unit) where state = 'open';
create index commitment_code on governance.commitment (code);
create index commitment_parent on governance.commitment (parent);
create index commitment_letter on governance.commitment (letter);

-- A results requirement (resultatkrav) of a steering parameter; number is null when the requirement is in words.
create table governance.requirement (
  id uuid primary key default gen_random_uuid(),
  commitment uuid not null references governance.commitment,
  position integer not null,
  text text not null,
  comparison text,
  number numeric,
  unit text,
  sub_requirement text,
  version integer not null default 1,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default access.actor()
);
create index requirement_commitment on governance.requirement (commitment, position);

-- Dates by which something is due; one commitment may have several. met_on is the delivery's date.
create table governance.deadline (
  id uuid primary key default gen_random_uuid(),
  commitment uuid not null references governance.commitment,
  due date not null,
  label text,
  count_date date,
  met_on date,
  version integer not null default 1,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default access.actor()
);
create index deadline_commitment on governance.deadline (commitment, due);
create index deadline_due on governance.deadline (due) where met_on is null;

-- Append-only: a status is never rewritten, the next one follows it.
create table governance.status_note (
  id uuid primary key default gen_random_uuid(),
  commitment uuid not null references governance.commitment,
  light text not null check (light in ('green', 'yellow', 'red')),
  note text not null default '',
  deviation text not null default '',
  measures text not null default '',
  recorded_at timestamptz not null default now(),
  recorded_by uuid default access.actor(),
  -- the ministry's definition of 2017: red and yellow demand an account of deviation and measures
  constraint deviation_told check (light = 'green' or (deviation <> '' and measures <> ''))
);
create index status_note_commitment on governance.status_note (commitment, recorded_at desc);

create table governance.delivery (
  id uuid primary key default gen_random_uuid(),
  commitment uuid not null references governance.commitment,
  deadline uuid references governance.deadline,
  delivered_on date not null,
  recipient text not null,
  note text not null default '',
  file uuid references platform.file,
  version integer not null default 1,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default access.actor()
);
create index delivery_commitment on governance.delivery (commitment, delivered_on desc);

create table governance.dependency (
  commitment uuid not null references governance.commitment,
  depends_on uuid not null references governance.commitment,
  note text not null default '',
  recorded_at timestamptz not null default now(),
  recorded_by uuid default access.actor(),
  primary key (commitment, depends_on),
  check (commitment <> depends_on)
);

-- An assignment's life across letters: the earlier one may be known by its code only (before Fotfeste).
create table governance.chain_link (
  id uuid primary key default gen_random_uuid(),
  later uuid not null references governance.commitment,
  earlier uuid references governance.commitment,
  earlier_code text not null,
  relation text not null check (relation in ('continues', 'revises', 'moves', 'withdraws')),
  letter uuid not null references governance.letter,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default access.actor()
);
create index chain_link_later on governance.chain_link (later);
create index chain_link_earlier on governance.chain_link (earlier);

-- How a steering parameter is measured: by a figure in the catalogue, by a source outside, or not at all.
create table governance.measure (
  id uuid primary key default gen_random_uuid(),
  commitment uuid not null unique references governance.commitment,
  way text not null check (way in ('figure', 'outside', 'not-measurable')),
  figure text,
  outside_source text,
  reason text not null default '',
  sentence_to_ministry text not null default '',
  version integer not null default 1,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default access.actor(),
  check (way <> 'figure' or figure is not null),
  check (way <> 'outside' or outside_source is not null)
);

-- The internal reporting form of 2006: one row an activity under a requirement.
create table governance.activity (
  id uuid primary key default gen_random_uuid(),
  commitment uuid not null references governance.commitment,
  owner_unit uuid,
  activity text not null,
  indicator text not null default '',
  achievement text not null default '',
  deviation text not null default '',
  remark text not null default '',
  measures_done text not null default '',
  measures_planned text not null default '',
  position integer not null default 0,
  version integer not null default 1,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default access.actor()
);
create index activity_commitment on governance.activity (commitment, position);

-- A personal calendar address: whoever holds it reads the deadlines, so only its hash is kept and it can be revoked.
create table governance.calendar_feed (
  id uuid primary key default gen_random_uuid(),
  account uuid not null default access.actor(),
  token_hash text not null unique,
  scope text not null check (scope in ('mine', 'unit', 'all')),
  locale text not null default 'nb',
  created_at timestamptz not null default now(),
  last_read_at timestamptz,
  revoked_at timestamptz
);

-- A reminder or escalation is sent once.
create table governance.reminder (
  commitment uuid not null references governance.commitment,
  due date not null,
  stage text not null,
  recipient uuid not null,
  sent_at timestamptz not null default now(),
  primary key (commitment, due, stage, recipient)
);

do $$
declare name text;
begin
  foreach name in array array['goal', 'commitment', 'requirement', 'deadline', 'status_note', 'delivery', 'dependency',
    'chain_link', 'measure', 'activity', 'reminder'] loop
    execute format('alter table governance.%I enable row level security', name);
    execute format('create policy %I on governance.%I for select to fotfeste_app using ((select access.may(''followup.read'')))',
      name || '_read', name);
    execute format('create policy %I on governance.%I for all to fotfeste_app
      using ((select access.may(''followup.write'')) or (select access.may(''letter.approve'')))
      with check ((select access.may(''followup.write'')) or (select access.may(''letter.approve'')))', name || '_write', name);
  end loop;
  foreach name in array array['goal', 'commitment', 'requirement', 'deadline', 'delivery', 'measure', 'activity'] loop
    execute format('grant select, insert, update on governance.%I to fotfeste_app', name);
    perform history.keep(format('governance.%I', name)::regclass, 'followup.read');
  end loop;
end $$;
grant select, insert on governance.status_note, governance.chain_link, governance.reminder to fotfeste_app;
grant select, insert, delete on governance.dependency to fotfeste_app;
grant delete on governance.activity, governance.deadline to fotfeste_app;

alter table governance.calendar_feed enable row level security;
create policy calendar_feed_own on governance.calendar_feed to fotfeste_app
  using (account = (select access.actor())) with check (account = (select access.actor()));
grant select, insert, update on governance.calendar_feed to fotfeste_app;
