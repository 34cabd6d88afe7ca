import type { Sql } from './connect.ts'

/** Schemas that are not ours to describe. */
const foreign = ['graphile_worker', 'migration', 'information_schema']

interface Line {
  readonly place: string
  readonly text: string
}

/**
 * Describes the schema as text: tables with columns, constraints, indexes, triggers, policies and grants, then views
 * and functions. It is committed as db/schema.sql, so that a migration's effect is a readable difference in review.
 * The same migrations give the same text.
 */
export const describeSchema = async (sql: Sql): Promise<string> => {
  const ours = sql`n.nspname !~ '^pg_' and n.nspname <> all(${foreign})`
  const relations = await sql<{ place: string; kind: string; secured: boolean; id: number }[]>`
    select format('%I.%I', n.nspname, c.relname) as place, c.relkind::text as kind, c.relrowsecurity as secured, c.oid::int8 as id
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where ${ours} and c.relkind in ('r', 'p', 'v', 'm') order by 1`
  const schemas = await sql<Line[]>`
    select n.nspname as place, format('create schema %I;', n.nspname) as text from pg_namespace n
    where ${ours} and n.nspname <> 'public' order by 1`
  const columns = await sql<Line[]>`
    select c.oid::text as place,
      format('  %I %s', a.attname, format_type(a.atttypid, a.atttypmod))
      || case when a.attcollation <> t.typcollation then format(' collate %I', l.collname) else '' end
      || case when a.attnotnull then ' not null' else '' end
      || case when a.attidentity <> '' then ' generated as identity' else '' end
      || case when d.oid is null then '' when a.attgenerated <> '' then format(' generated as (%s)', pg_get_expr(d.adbin, d.adrelid))
           else ' default ' || pg_get_expr(d.adbin, d.adrelid) end as text
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    join pg_type t on t.oid = a.atttypid left join pg_collation l on l.oid = a.attcollation
    left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where ${ours} and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped order by a.attrelid, a.attnum`
  const constraints = await sql<Line[]>`
    select k.conrelid::text as place, format('  constraint %I %s', k.conname, pg_get_constraintdef(k.oid)) as text
    from pg_constraint k join pg_namespace n on n.oid = k.connamespace
    where ${ours} and k.conrelid <> 0 and k.contype <> 'n' and k.conparentid = 0 order by k.conrelid, k.conname`
  const additions = await sql<Line[]>`
    select i.indrelid::text as place, pg_get_indexdef(i.indexrelid) || ';' as text, 1 as rank, x.relname as name
    from pg_index i join pg_class x on x.oid = i.indexrelid join pg_namespace n on n.oid = x.relnamespace
    where ${ours} and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
    union all
    select t.tgrelid::text, pg_get_triggerdef(t.oid) || ';', 2, t.tgname
    from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
    where ${ours} and not t.tgisinternal
    union all
    select p.polrelid::text, format('create policy %I for %s to %s', p.polname,
        case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end,
        coalesce((select string_agg(quote_ident(rolname), ', ' order by rolname) from pg_roles where oid = any(p.polroles)), 'public'))
      || coalesce(' using (' || pg_get_expr(p.polqual, p.polrelid) || ')', '')
      || coalesce(' with check (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')', '') || ';', 3, p.polname
    from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace where ${ours}
    union all
    select g.relid, format('grant %s to %s;', string_agg(lower(g.privilege), ', ' order by g.privilege), g.grantee), 4, g.grantee
    from (
      select c.oid::text as relid, a.privilege_type as privilege,
        case when a.grantee = 0 then 'public' else pg_get_userbyid(a.grantee)::text end as grantee
      from pg_class c join pg_namespace n on n.oid = c.relnamespace cross join lateral aclexplode(c.relacl) a
      where ${ours} and a.grantee <> c.relowner
      union all
      select t.attrelid::text, format('%s (%I)', a.privilege_type, t.attname),
        case when a.grantee = 0 then 'public' else pg_get_userbyid(a.grantee)::text end
      from pg_attribute t join pg_class c on c.oid = t.attrelid join pg_namespace n on n.oid = c.relnamespace
        cross join lateral aclexplode(t.attacl) a
      where ${ours} and a.grantee <> c.relowner
    ) g group by g.relid, g.grantee
    order by 1, 3, 4`
  const views = await sql<Line[]>`
    select c.oid::text as place, pg_get_viewdef(c.oid, true) as text
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${ours} and c.relkind in ('v', 'm')`
  const functions = await sql<Line[]>`
    select format('%I.%I', n.nspname, p.proname) as place,
      pg_get_functiondef(p.oid) || ';' || coalesce(
        (select string_agg(format(E'\n-- execute: %s', case when a.grantee = 0 then 'public' else pg_get_userbyid(a.grantee)::text end), '' order by a.grantee <> 0, pg_get_userbyid(a.grantee))
         from aclexplode(p.proacl) a where a.grantee <> p.proowner), '') as text
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where ${ours} and p.prokind in ('f', 'p')
      and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
    order by 1, pg_get_function_identity_arguments(p.oid)`
  const of = (lines: readonly Line[], id: number): string[] =>
    lines.filter(({ place }) => place === String(id)).map(({ text }) => text)
  const tables = relations.map(({ place, kind, secured, id }) => {
    const after = [...(secured ? [`alter table ${place} enable row level security;`] : []), ...of(additions, id)]
    if (kind === 'v' || kind === 'm') {
      return [`create ${kind === 'm' ? 'materialized ' : ''}view ${place} as`, ...of(views, id), ...after].join('\n')
    }
    const body = [...of(columns, id), ...of(constraints, id)].join(',\n')
    return [`create table ${place} (\n${body}\n);`, ...after].join('\n')
  })
  return `${[
    '-- Generated by npm run generate from db/migrations. For reading and review; never run.',
    schemas.map(({ text }) => text).join('\n'),
    ...tables,
    ...functions.map(({ text }) => text),
  ].join('\n\n')}\n`
}
