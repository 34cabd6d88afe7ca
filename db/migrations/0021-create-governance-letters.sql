-- expand: letters and what was read out of them, while people check it

create schema governance;
grant usage on schema governance to fotfeste_app;

create table governance.letter (
  id uuid primary key default gen_random_uuid(),
  state text not null default 'reading' check (state in ('reading', 'checking', 'approved', 'failed', 'discarded')),
  kind text,
  title text not null,
  agency text,
  ministry text,
  reference text,
  letter_date date,
  year integer,
  supplements uuid references governance.letter,
  file uuid not null references platform.file,
  sha256 text not null,
  format text,
  -- The text that was read; every finding's span counts characters in it.
  text text not null default '',
  -- Warnings of the file reading and the code of the problem when reading failed.
  warnings jsonb not null default '[]',
  failure jsonb,
  approved_at timestamptz,
  approved_by uuid,
  version integer not null default 1,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default access.actor()
);
-- The same file is read once; a discarded or failed one may be tried again.
create unique index letter_once on governance.letter (sha256) where state in ('reading', 'checking', 'approved');
create index letter_year on governance.letter (year, letter_date);

-- One thing that the reader found, or a person added: its content by kind (src/governance/rules/finding.ts).
create table governance.finding (
  id uuid primary key default gen_random_uuid(),
  letter uuid not null references governance.letter,
  kind text not null,
  position integer not null,
  content jsonb not null,
  source_start integer,
  source_end integer,
  source_line integer,
  confidence real not null default 1,
  doubts jsonb not null default '[]',
  state text not null default 'open' check (state in ('open', 'accepted', 'corrected', 'rejected')),
  -- 'reader' found it; 'person' added it by selecting text; 'split' and 'merge' came from other findings.
  origin text not null default 'reader' check (origin in ('reader', 'person', 'split', 'merge')),
  made_from uuid[] not null default '{}',
  version integer not null default 1,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default access.actor()
);
create index finding_letter on governance.finding (letter, position);

-- A doubt about the letter as a whole, or about a passage that no finding carries. Handled, never deleted.
create table governance.doubt (
  id uuid primary key default gen_random_uuid(),
  letter uuid not null references governance.letter,
  kind text not null,
  text text not null,
  line integer,
  source_start integer,
  source_end integer,
  handled_note text,
  handled_at timestamptz,
  version integer not null default 1,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default access.actor()
);
create index doubt_letter on governance.doubt (letter, source_start);

alter table governance.letter enable row level security;
alter table governance.finding enable row level security;
alter table governance.doubt enable row level security;
create policy letter_read on governance.letter for select to fotfeste_app using ((select access.may('letter.read')));
create policy letter_write on governance.letter for all to fotfeste_app
  using ((select access.may('letter.check'))) with check ((select access.may('letter.check')));
create policy finding_read on governance.finding for select to fotfeste_app using ((select access.may('letter.read')));
create policy finding_write on governance.finding for all to fotfeste_app
  using ((select access.may('letter.check'))) with check ((select access.may('letter.check')));
create policy doubt_read on governance.doubt for select to fotfeste_app using ((select access.may('letter.read')));
create policy doubt_write on governance.doubt for all to fotfeste_app
  using ((select access.may('letter.check'))) with check ((select access.may('letter.check')));
grant select, insert, update on governance.letter, governance.finding, governance.doubt to fotfeste_app;
grant delete on governance.finding to fotfeste_app;
select history.keep('governance.letter', 'letter.read');
select history.keep('governance.finding', 'letter.read');
select history.keep('governance.doubt', 'letter.read');
