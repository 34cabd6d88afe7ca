-- expand: what a letter gave that nobody had checked when it was approved says so

alter table governance.commitment add column unchecked boolean not null default false;
select history.keep('governance.commitment', 'followup.read');
select access.enforce('governance.commitment');
