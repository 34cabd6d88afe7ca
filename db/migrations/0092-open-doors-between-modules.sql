-- expand: what modules read of each other in SQL stands behind doors: the tables behind them may change

-- Organisations by name, in force or not.
create view reference.organisation_name with (security_invoker) as
  select id, kind, number, municipality_number, name_nb, name_nn, written_language, parent, valid_from, valid_to from reference.organisation;
grant select on reference.organisation_name to fotfeste_app;

-- The roles that are in force on a day, in organisations that are: the one place that says what in force is.
create function access.role_in_force(on_day date)
  returns table (id uuid, account uuid, name text, locale text, role text, organisation uuid, kind text, number text,
    organisation_nb text, organisation_nn text, parent uuid, valid_from date, valid_to date, recorded_at timestamptz)
  language sql stable as $$
  select m.id, m.account, a.name, a.locale, m.role, m.organisation, o.kind, o.number, o.name_nb, o.name_nn, o.parent,
    m.valid_from, least(m.valid_to, o.valid_to), m.recorded_at
  from access.membership m
  join access.account a on a.id = m.account
  join reference.organisation_name o on o.id = m.organisation
  where m.ended_at is null
    and m.valid_from <= on_day and (m.valid_to is null or m.valid_to >= on_day)
    and o.valid_from <= on_day and (o.valid_to is null or o.valid_to >= on_day)
$$;
revoke all on function access.role_in_force from public;
grant execute on function access.role_in_force to fotfeste_app;

-- What the ground asks of whoever knows people: where looks are kept, and how somebody is written to.
create view platform.look with (security_invoker) as
  select actor, organisation, kind, record, person, request from access.access_log;
grant insert on platform.look to fotfeste_app;
create view platform.addressee with (security_invoker) as select id, email, locale from access.account;
grant select on platform.addressee to fotfeste_app;
