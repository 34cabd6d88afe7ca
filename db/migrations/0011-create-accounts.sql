-- expand: people, how they log in, and the roles that they have been given

create table access.account (
  id uuid primary key default gen_random_uuid(),
  -- Empty until a provider, an administrator or the person has told it: ID-porten gives no name.
  name text not null default '',
  email text check (email ~ '^[^@\s]+@[^@\s]+$'),
  locale text not null default 'nb' check (locale in ('nb', 'nn', 'en')),
  theme text not null default 'system' check (theme in ('system', 'light', 'dark')),
  version integer not null default 1,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default access.actor()
);

-- A login known from a provider. The national number is kept only as a keyed hash: enough to recognise a person whose
-- subject has changed, not enough to read it.
create table access.identity (
  id uuid primary key default gen_random_uuid(),
  account uuid not null references access.account,
  issuer text not null,
  subject text not null,
  pid_hmac bytea,
  -- The organisation numbers that the latest login was shown to represent.
  represented text[] not null default '{}',
  last_login_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  unique (issuer, subject)
);
create index identity_account on access.identity (account);
create index identity_pid on access.identity (pid_hmac);
create index identity_represented on access.identity using gin (represented);

create table access.membership (
  id uuid primary key default gen_random_uuid(),
  account uuid not null references access.account,
  organisation uuid not null references reference.organisation,
  role text not null,
  valid_from date not null,
  -- The last day; null when it is not decided.
  valid_to date check (valid_to >= valid_from),
  given_by uuid,
  -- Ended at once, before valid_to.
  ended_at timestamptz,
  ended_by uuid,
  version integer not null default 1,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default access.actor()
);
create index membership_account on access.membership (account);
create index membership_organisation on access.membership (organisation);
create unique index membership_once on access.membership (account, organisation, role) where ended_at is null and valid_to is null;

-- A role waits for its person: who opens the link and logs in becomes the account that the role was given to.
create table access.invitation (
  token_hash bytea primary key,
  account uuid not null references access.account,
  organisation uuid not null references reference.organisation,
  invited_by uuid,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index invitation_account on access.invitation (account);

alter table access.account enable row level security;
alter table access.identity enable row level security;
alter table access.membership enable row level security;
alter table access.invitation enable row level security;

-- An organisation sees its own people only: those with a role there, now or earlier.
create policy membership_read on access.membership for select to fotfeste_app
  using (account = (select access.actor())
    or ((select access.may('people.read')) and organisation in (select access.entity()))
    or (select access.may('access.log.search-all')) or (select access.may('login.complete')) or (select access.may('*')));
create policy membership_give on access.membership for insert to fotfeste_app
  with check ((select access.may('access.administer')) and organisation in (select access.within())
    and account <> (select access.actor()));
create policy membership_end on access.membership for update to fotfeste_app
  using ((select access.may('access.administer')) and organisation in (select access.within()));
-- An invitation answered by someone who has an account already moves the role there.
create policy membership_move on access.membership for update to fotfeste_app
  using ((select access.may('login.complete')));
grant select, insert on access.membership to fotfeste_app;
grant update (account, valid_to, ended_at, ended_by) on access.membership to fotfeste_app;

create policy identity_own on access.identity for select to fotfeste_app using (account = (select access.actor()));
-- Who has logged in for the organisation without having a role there is shown to its administrator.
create policy identity_waiting on access.identity for select to fotfeste_app
  using ((select access.may('access.administer')) and represented && array(
    select o.number from reference.organisation o where o.id in (select access.within()) and o.number is not null));
create policy identity_login on access.identity to fotfeste_app
  using ((select access.may('login.complete'))) with check ((select access.may('login.complete')));
-- Neither the subject nor the hash is for anyone but the login, which looks them up by the functions below.
grant select (id, account, issuer, represented, last_login_at), insert on access.identity to fotfeste_app;
grant update (represented, last_login_at, subject) on access.identity to fotfeste_app;

create policy account_read on access.account for select to fotfeste_app
  using (id = (select access.actor())
    or exists (select from access.membership m where m.account = account.id)
    or exists (select from access.identity i where i.account = account.id)
    or (select access.may('access.log.search-all')) or (select access.may('login.complete')) or (select access.may('*')));
create policy account_invite on access.account for insert to fotfeste_app
  with check ((select access.may('access.administer')) or (select access.may('login.complete')));
create policy account_own on access.account for update to fotfeste_app
  using (id = (select access.actor()) or (select access.may('login.complete')));
grant select, insert on access.account to fotfeste_app;
grant update (name, email, locale, theme) on access.account to fotfeste_app;

create policy invitation_make on access.invitation to fotfeste_app
  using ((select access.may('access.administer')) and organisation in (select access.within()))
  with check ((select access.may('access.administer')) and organisation in (select access.within()));
create policy invitation_answer on access.invitation to fotfeste_app
  using ((select access.may('login.complete')));
grant select, insert on access.invitation to fotfeste_app;
grant update (used_at) on access.invitation to fotfeste_app;

-- Finds the login that a provider has vouched for: by issuer and subject, else by the person (a subject is new when a
-- client is registered anew). A national number never crosses from one issuer to another without the keyed hash.
create function access.find_identity(of_issuer text, of_subject text, of_pid_hmac bytea)
  returns table (identity uuid, account uuid, same_subject boolean)
  language sql stable security definer set search_path = pg_catalog rows 1 as $$
  select id, account, issuer = of_issuer and subject = of_subject from access.identity
  where (issuer = of_issuer and subject = of_subject) or pid_hmac = of_pid_hmac
  order by (issuer = of_issuer and subject = of_subject) desc, last_login_at desc limit 1
$$;
revoke all on function access.find_identity from public;
grant execute on function access.find_identity to fotfeste_app;

select history.keep('access.account', 'access.administer');
select history.keep('access.membership', 'access.administer');
-- The history is bounded like the tables themselves.
create policy account_bounds on history.access_account as restrictive for select to fotfeste_app
  using (exists (select from access.account a where a.id = access_account.id));
create policy membership_bounds on history.access_membership as restrictive for select to fotfeste_app
  using (organisation in (select access.within()) or (select access.may('access.log.search-all')));
create policy account_control on history.access_account for select to fotfeste_app
  using ((select access.may('access.log.search-all')));
create policy membership_control on history.access_membership for select to fotfeste_app
  using ((select access.may('access.log.search-all')));
