-- The roles of the database. Run before every migration, so it says the same however often it is run.
--
--   owner            the login of FOTFESTE_DATABASE_URL: owns the tables, runs migrations and backups
--   fotfeste_app     the application: row-level security holds for it, and it gets only what migrations grant
--   fotfeste_public  the public site and open data: sees only what is published
--
-- Roles belong to the whole server. The owner needs CREATEROLE here, or an administrator makes the roles beforehand.
do $$
declare
  wanted text;
begin
  foreach wanted in array array['fotfeste_app', 'fotfeste_public'] loop
    if not exists (select from pg_roles where rolname = wanted) then
      begin
        execute format('create role %I login', wanted);
      exception
        -- Made by somebody else at this moment, for another database of the same server.
        when duplicate_object or unique_violation then null;
        when insufficient_privilege then
          raise exception 'The role % is missing, and % may not make it', wanted, current_user
            using errcode = 'FO001', detail = wanted || ' ' || current_user, hint = format('As an administrator: create role %I login; grant %I to %I', wanted, wanted, current_user);
      end;
    end if;
    -- The owner changes to the role at the start of a connection. From PostgreSQL 16 who makes a role may not do so
    -- without being granted it.
    if not (select rolsuper from pg_roles where rolname = current_user) then
      begin
        execute format('grant %I to %I', wanted, current_user);
      exception
        when insufficient_privilege then
          if not pg_has_role(current_user, wanted, 'member') then
            raise exception 'The role % is not granted to %', wanted, current_user
              using errcode = 'FO002', detail = wanted || ' ' || current_user, hint = format('As an administrator: grant %I to %I', wanted, current_user);
          end if;
      end;
    end if;
  end loop;
end
$$;

-- The horizon of history (0082) asks when others' transactions began. Without this the owner sees that of the roles here
-- alone, and nothing is final while somebody else is at work in the database.
do $$
begin
  if not pg_has_role(current_user, 'pg_read_all_stats', 'usage') then
    execute format('grant pg_read_all_stats to %I', current_user);
  end if;
exception
  when insufficient_privilege then null;
end
$$;

-- Nothing in the common schema: what is nobody's is everybody's.
revoke create on schema public from public;
