/** What would be a migration: the tables of the register and who reaches them. */
export const tables = `
create schema trial;
grant usage on schema trial to fotfeste_app;
create table trial.case (
  id uuid primary key default gen_random_uuid(),
  municipality uuid not null references reference.organisation,
  person uuid not null,
  title text not null,
  closed_on date
);
create index on trial.case (municipality);
select access.protect('trial.case',
  read => array['trial.read organisation', 'trial.read-all all', 'trial.read party'],
  write => array['trial.write organisation', 'trial.write party:asked'],
  add => array['trial.write organisation'],
  organisation => 'municipality', person => 'person',
  kept_for => '10 years', kept_from => 'closed_on', ground => 'for the test');
`
