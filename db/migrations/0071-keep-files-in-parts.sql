-- expand: a file goes into the database and out again part by part, so that no process holds it whole

alter table platform.file alter column bytes drop not null;
comment on column platform.file.bytes is 'Files from before 0071; later ones are in platform.file_part';

-- The bytes of files, in order. Parts come before their file, each in a transaction of its own while the file is handed
-- in; those whose file never came are swept.
create table platform.file_part (
  file uuid not null,
  part integer not null,
  bytes bytea not null,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default access.actor(),
  primary key (file, part)
);
-- Letters are packed already: trying to pack them again costs much and gives nothing.
alter table platform.file_part alter column bytes set storage external;

-- Whether a file is there, also for one who may not read it: nothing is added to it then.
create function platform.is_kept(file uuid) returns boolean language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp as $$
begin
  return exists (select from platform.file f where f.id = file);
end $$;
revoke all on function platform.is_kept from public;
grant execute on function platform.is_kept to fotfeste_app;

alter table platform.file_part enable row level security;
create policy file_part_read on platform.file_part for select to fotfeste_app
  using ((select access.may('*')) or exists (select from platform.file f where f.id = file));
create policy file_part_write on platform.file_part for insert to fotfeste_app
  with check ((select access.acting()) and recorded_by is not distinct from (select access.actor())
    and not platform.is_kept(file));
create policy file_part_sweep on platform.file_part for delete to fotfeste_app using ((select access.may('*')));
grant select, insert, delete on platform.file_part to fotfeste_app;
