-- expand: of two writers at once the later to write is the later believed; the test inbox is closed to those without the permission

-- now() is when a transaction began. One that began first and wrote last stamped its version as believed before the one
-- that it replaced, and a question as known in between got two versions of the record. Time never goes back for a record.
create or replace function history.remember() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  believed timestamptz := greatest(now(), old.recorded_at);
begin
  execute format('insert into history.%I select $2, access.actor(), ($1).*', tg_table_schema || '_' || tg_table_name)
    using old, believed;
  if tg_op = 'DELETE' then return old; end if;
  new.recorded_at := believed;
  new.recorded_by := access.actor();
  new.version := old.version + 1;
  return new;
end $$;

drop policy test_inbox_all on platform.test_inbox;
create policy test_inbox_receive on platform.test_inbox for insert to fotfeste_app with check ((select access.may('*')));
create policy test_inbox_read on platform.test_inbox for select to fotfeste_app
  using ((select access.may('test-inbox.read')));
