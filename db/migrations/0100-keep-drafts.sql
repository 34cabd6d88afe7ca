-- expand: what a person is writing is kept until it has been stored, for that person alone

create table platform.draft (
  account uuid not null default access.actor(),
  -- Which form of which record: the web's own name for it.
  key text not null check (length(key) between 1 and 200),
  content jsonb not null check (octet_length(content::text) <= 102400),
  saved_at timestamptz not null default platform.now(),
  primary key (account, key)
);
create index draft_saved_at on platform.draft (saved_at);
alter table platform.draft enable row level security;
-- Not the system's either: nobody has asked another to read what is not finished.
create policy draft_own on platform.draft to fotfeste_app
  using (account = (select access.actor())) with check (account = (select access.actor()));
grant select, insert, update, delete on platform.draft to fotfeste_app;

-- Erases what nobody has gone on with for 30 days. Unseen by the one who asks, hence as owner.
create function platform.erase_old_drafts() returns void
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not access.may('*') then
    raise exception 'only the system erases' using errcode = 'insufficient_privilege';
  end if;
  delete from platform.draft where saved_at < platform.now() - interval '30 days';
end $$;
revoke all on function platform.erase_old_drafts from public;
grant execute on function platform.erase_old_drafts to fotfeste_app;
