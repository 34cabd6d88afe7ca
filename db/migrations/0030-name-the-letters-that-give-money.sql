-- expand: which letter an amount comes from, the chapter's name and stated sum, and who may read the money

-- The letters as the account of money needs them; governance owns the letters themselves and hands them over at approval.
create table appropriations.letter (
  id uuid primary key,
  year integer not null,
  title text not null,
  kind text not null check (kind in ('allocation-letter', 'supplement', 'assignment-letter', 'instruction')),
  letter_date date,
  version integer not null default 1,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default access.actor()
);
create index letter_year on appropriations.letter (year);
alter table appropriations.letter enable row level security;
create policy letter_read on appropriations.letter for select to fotfeste_app
  using ((select access.may('money.read')) or (select access.may('letter.approve')));
create policy letter_write on appropriations.letter for all to fotfeste_app
  using ((select access.may('letter.approve'))) with check ((select access.may('letter.approve')));
grant select, insert, update on appropriations.letter to fotfeste_app;
select history.keep('appropriations.letter', 'money.read');

-- 'chapter' carries the chapter's name and the sum that the letter states for it, so that it can be held against the items.
alter table appropriations.allocation drop constraint allocation_kind_check;
alter table appropriations.allocation add constraint allocation_kind_check
  check (kind in ('chapter', 'item', 'binding', 'recipient'));
-- A letter may name a recipient or bind money without saying from which chapter.
alter table appropriations.allocation alter column chapter drop not null;
alter table appropriations.allocation add constraint allocation_place
  check (chapter is not null or kind in ('binding', 'recipient'));

alter policy allocation_read on appropriations.allocation
  using ((select access.may('money.read')) or (select access.may('letter.approve')));
alter policy appropriations_allocation_read on history.appropriations_allocation
  using ((select access.may('money.read')));
