-- expand: a letter whose reading ends with its process each time is given up, not tried again at every restart

-- Readings that began and have not come back, with an answer or a problem. A process that dies cannot say so itself.
create table governance.reading_try (
  letter uuid primary key references governance.letter,
  times integer not null default 1
);
alter table governance.reading_try enable row level security;
create policy reading_try_all on governance.reading_try for all to fotfeste_app
  using ((select access.may('letter.check'))) with check ((select access.may('letter.check')));
grant select, insert, update, delete on governance.reading_try to fotfeste_app;
