-- expand: a letter may give a goal no number; then none is invented for it

alter table governance.goal alter column number drop not null;
