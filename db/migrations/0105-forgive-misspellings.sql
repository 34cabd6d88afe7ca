-- expand: small misspellings and other forms of a word are forgiven, by the same indices

-- The words of a search. One of five letters or more may be misspelt or bent; a shorter one, or one with digits (a code, a
-- year), means itself. `hole` finds a compound whose middle is left out: "introprogram" is "introduksjonsprogram".
create function access.words_of(sought text) returns table (word text, vague boolean, hole text)
  language sql immutable rows 2 set search_path = pg_catalog, pg_temp as $$
  select word, word ~ '^[[:alpha:]]{5,30}$', case when word ~ '^[[:alpha:]]{8,30}$' then
    (select '\m(' || string_agg(left(word, at) || '\w*' || substr(word, at + 1), '|') || ')' from generate_series(4, length(word) - 4) at) end
  from (select distinct word from regexp_split_to_table(lower(btrim(sought)), '\s+') word) of
$$;
revoke all on function access.words_of from public;

-- `<table>_like(text)` beside `<table>_containing(pattern)`, for the same reason and used in the same way: it tells ids, and the
-- query that asks for them stands under the policy. The threshold is chosen by the cases of search-near.test.ts.
create function access.forgive_in(target regclass, columns name[]) returns void
  language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  place text; relation text; sought name;
begin
  -- The extension must be loaded before its setting may be named.
  perform public.word_similarity('', '');
  select n.nspname, c.relname into place, relation from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = target;
  foreach sought in array columns loop
    execute format('create index if not exists %I on %s using gin (%I public.gin_trgm_ops)', relation || '_' || sought || '_trigrams', target, sought);
  end loop;
  execute format('create or replace function %I.%I(sought text) returns setof uuid language sql stable security definer
    set search_path = pg_catalog, pg_temp set pg_trgm.strict_word_similarity_threshold = 0.42 as $f$
    select t.id from access.words_of(sought) w cross join lateral (%s) found join %s t on t.id = found.id
    where w.vague and not exists (select from access.words_of(sought) o where not o.vague
      and strpos(lower(concat_ws('' '', %s)), o.word) = 0)
    group by t.id having count(distinct w.word) = (select count(*) from access.words_of(sought) o where o.vague) $f$',
    place, relation || '_like',
    -- Each way by itself: an "or" of them in the join would not use the indices.
    (select string_agg(format('select id from %1$s where %2$I operator(public.%%>>) w.word union all select id from %1$s where %2$I ~* w.hole',
      target, one), ' union all ') from unnest(columns) one),
    target, (select string_agg(format('t.%I', one), ', ') from unnest(columns) one));
  execute format('revoke all on function %I.%I from public', place, relation || '_like');
  execute format('grant execute on function %I.%I to fotfeste_app', place, relation || '_like');
end $$;
revoke all on function access.forgive_in from public;

create or replace function access.search_by(target regclass, columns name[]) returns void
  language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  place text; relation text;
begin
  perform access.forgive_in(target, columns);
  select n.nspname, c.relname into place, relation from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = target;
  execute format('create or replace function %I.%I(pattern text) returns setof uuid language sql stable security definer
    set search_path = pg_catalog, pg_temp as $f$ select id from %s where %s $f$', place, relation || '_containing', target,
    (select string_agg(format('%I ilike pattern', one), ' or ') from unnest(columns) one));
  execute format('revoke all on function %I.%I from public', place, relation || '_containing');
  execute format('grant execute on function %I.%I to fotfeste_app', place, relation || '_containing');
end $$;

select access.forgive_in('governance.commitment', array['title', 'code']);
-- The text of a letter is found as written only: a long text is like everything.
select access.forgive_in('governance.letter', array['title', 'reference']);
select access.forgive_in('access.account', array['name']);
