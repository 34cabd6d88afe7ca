-- expand: how somebody looks at a list can be kept under a name, and shared with one's organisation

create table platform.saved_view (
  id uuid primary key default gen_random_uuid(),
  account uuid not null default access.actor(),
  -- With whom it is shared, for reading; null: with nobody.
  organisation uuid,
  -- The page of the list, and what stands after the question mark in its address.
  page text not null check (length(page) between 1 and 100),
  name text not null check (length(name) between 1 and 60),
  query text not null check (length(query) <= 2000),
  unique (account, page, name)
);
create index saved_view_shared on platform.saved_view (organisation, page) where organisation is not null;

select access.protect('platform.saved_view', history => false, organisation => 'organisation', account => 'account',
  read => array['view.save self', 'view.save entity'],
  -- Shared with nobody else's organisation.
  write => array['view.save self if organisation is null or organisation = any (array(select access.entity()))'],
  remove => array['view.save self']);
