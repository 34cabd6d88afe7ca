-- expand: a notice knows whether its e-mail has been sent, so that what is unfinished can be found without the queue

alter table platform.notification
  add column mail text not null default 'none' check (mail in ('none', 'waiting', 'sent')),
  add column mailed_at timestamptz;
create index notification_waiting on platform.notification (created_at) where mail = 'waiting';
create policy notification_mailed on platform.notification for update to fotfeste_app using ((select access.may('*')));
grant update (mail, mailed_at) on platform.notification to fotfeste_app;

-- What waits in the queue today.
update platform.notification n set mail = 'waiting' where exists (
  select from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
  where t.identifier = 'send-notice' and j.payload ->> 'id' = n.id::text);

-- A row says that a restore has brought the data without the queue, until the modules have found their unfinished work.
create table platform.restored (at timestamptz not null default platform.now());
alter table platform.restored enable row level security;
create policy restored_done on platform.restored for delete to fotfeste_app using ((select access.may('*')));
create policy restored_read on platform.restored for select to fotfeste_app using ((select access.may('*')));
grant select, delete on platform.restored to fotfeste_app;
