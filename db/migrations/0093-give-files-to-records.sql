-- expand: a file belongs to a record, and is read by whoever may read that

alter table platform.file
  add column record_table text,
  add column record uuid,
  add check ((record_table is null) = (record is null)),
  add check (record_table ~ '^[a-z_]+\.[a-z_]+$');
comment on column platform.file.permission is 'Of files from before 0093, which belong to no record; later ones have none';
alter table platform.file alter column permission drop not null;
create index file_record on platform.file (record) where record is not null;

update platform.file f set record_table = 'governance.letter', record = l.id from governance.letter l where l.file = f.id;
update platform.file f set record_table = 'governance.delivery', record = d.id from governance.delivery d where d.file = f.id;

drop policy file_read on platform.file;
create policy file_read on platform.file for select to fotfeste_app
  using (case when record is null then access.may(permission) else access.readable(record_table, record) end);
drop policy file_write on platform.file;
create policy file_write on platform.file for insert to fotfeste_app
  with check ((select access.acting()) and recorded_by is not distinct from (select access.actor())
    and (record is not null or access.may(permission)));

-- A file may come before its record, in the same transaction; at the end the one who handed it in must be able to read both.
create function platform.file_belongs() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if new.record is not null and not access.readable(new.record_table, new.record) then
    raise exception 'a file belongs to a record that its sender may read' using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;
revoke all on function platform.file_belongs from public;
create constraint trigger file_belongs after insert on platform.file deferrable initially deferred
  for each row execute function platform.file_belongs();
