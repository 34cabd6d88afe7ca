-- expand: the keyed hash of a national number names its key, so that the secret can be changed and what needs the earlier one counted

-- Null: made before keys had names.
alter table access.identity add column pid_key text;
grant update (pid_hmac, pid_key) on access.identity to fotfeste_app;

-- As access.find_identity, for one person's hash by each of several keys. It has a name of its own because the previous
-- release calls that one with arguments whose types are not said.
create function access.known_identity(of_issuer text, of_subject text, of_pid_hmacs bytea[])
  returns table (identity uuid, account uuid, same_subject boolean)
  language sql stable security definer set search_path = pg_catalog, pg_temp rows 1 as $$
  select id, account, issuer = of_issuer and subject = of_subject from access.identity
  where (issuer = of_issuer and subject = of_subject) or pid_hmac = any(of_pid_hmacs)
  order by (issuer = of_issuer and subject = of_subject) desc, last_login_at desc limit 1
$$;
revoke all on function access.known_identity from public;
grant execute on function access.known_identity to fotfeste_app;

-- Writes a person's hash anew, by the newest key, wherever an earlier one was used: also under other issuers, where the
-- person may not log in before the earlier key is gone. For the login alone, which has the number.
create function access.renew_pid(of_pid_hmacs bytea[], new_hmac bytea, new_key text) returns void
  language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  update access.identity set pid_hmac = new_hmac, pid_key = new_key
  where pid_hmac = any(of_pid_hmacs) and pid_key is distinct from new_key and access.may('login.complete')
$$;
revoke all on function access.renew_pid from public;
grant execute on function access.renew_pid to fotfeste_app;
