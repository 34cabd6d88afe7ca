-- expand: the letter's money per chapter and item, with what is bound or named inside an item

create schema appropriations;
grant usage on schema appropriations to fotfeste_app;

-- Amounts in whole kroner; null where the letter names an item without an amount.
create table appropriations.allocation (
  id uuid primary key default gen_random_uuid(),
  letter uuid not null,
  year integer not null,
  kind text not null check (kind in ('item', 'binding', 'recipient')),
  chapter text not null,
  item text,
  name text not null,
  amount_nok bigint,
  keywords text[] not null default '{}',
  position integer not null,
  source_start integer,
  source_end integer,
  version integer not null default 1,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default access.actor()
);
create index allocation_year on appropriations.allocation (year, chapter, item, position);
create index allocation_letter on appropriations.allocation (letter);
alter table appropriations.allocation enable row level security;
create policy allocation_read on appropriations.allocation for select to fotfeste_app
  using ((select access.may('letter.read')));
create policy allocation_write on appropriations.allocation for all to fotfeste_app
  using ((select access.may('letter.approve'))) with check ((select access.may('letter.approve')));
grant select, insert, update, delete on appropriations.allocation to fotfeste_app;
select history.keep('appropriations.allocation', 'letter.read');
