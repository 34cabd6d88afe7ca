-- expand: names for log lines; an ended session keeps no identity token, which holds a national number

create function access.forget_token() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  new.id_token := null;
  return new;
end $$;
create trigger forget_token before update of ended_at on access.session for each row
  when (new.ended_at is not null) execute function access.forget_token();

-- The name of an organisation in a log line; the organisation itself may lie outside the reader's reach.
create function access.organisation_name(of_organisation uuid) returns text
  language sql stable security definer set search_path = pg_catalog
  as $$ select name_nb from reference.organisation where id = of_organisation $$;
revoke all on function access.organisation_name from public;
grant execute on function access.organisation_name to fotfeste_app;
