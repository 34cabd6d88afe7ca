-- expand: the access log is bounded by organisation, and the audit lines have a permission of their own

create index access_log_organisation on access.access_log (organisation, id);
drop policy access_log_read on access.access_log;
-- A person sees who has looked at her; a privacy officer what the own people have looked at; the directorate's all.
create policy access_log_read on access.access_log for select to fotfeste_app
  using (person = (select access.actor())
    or (select access.may('access.log.search-all'))
    or ((select access.may('access.log.search')) and organisation in (select access.within())));

drop policy audit_read on platform.audit;
create policy audit_read on platform.audit for select to fotfeste_app
  using (actor = (select access.actor()) or (select access.may('audit.read')));
