import type pg from 'pg';
import { nameSearchKeys } from '../../modules/people/index.ts';

/** Surnames and characters of given names, commonest first: the first of a list is drawn far more often than the last. */
const surnames = [
  ...'李杨段赵张王尹番早线陈刘何罗马黄周吴徐孙郭朱高林郑谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤',
];
const given = [
  ...'家春正小阿玉加建云金国明文丽华英秀兰芳强军平东海波涛勇刚伟杰磊洋艳静敏燕霞娟红梅萍玲桂香珍莲凤美月琴素翠雪荣爱妹贵福生祥庆德永兴旺义忠信学志宏光辉耀宗先开启绍应从发有才富寿长久安康宁乐天成龙虎飞鹏俊豪',
];

/**
 * `total` persons of one county, by one statement: names by a skewed draw, birth dates over seventy years, telephones for most, documents
 * for seven in ten. Only the indexes of numbers are made, not the sealed numbers: what is measured is who is found, not a reveal.
 */
export async function fillPersons(client: pg.Client, tenant: string, total: number): Promise<void> {
  const sounds = (list: readonly string[]) => list.map((one) => nameSearchKeys(one).pinyin);
  // A row has an index of its document only with the sealed number; here the numbers are nobody's.
  await client.query('ALTER TABLE person DROP CONSTRAINT person_check1');
  await client.query(
    `INSERT INTO person (tenant, id, name, name_folded, name_pinyin, name_initials, sex, birth_date, document_index, phone_index, region, demonstration, created_at, updated_at)
     SELECT $1, gen_random_uuid(), name, name, sound, left(sound, 1), (ARRAY['female','male'])[1 + (n % 2)],
       date '1940-01-01' + (random() * 25500)::int,
       CASE WHEN n % 10 < 7 THEN md5('d' || n) END, CASE WHEN n % 10 < 8 THEN md5('p' || n) END, $1 || '001', true, now(), now()
     FROM (
       SELECT n, ($2::text[])[s] || ($4::text[])[a] || CASE WHEN n % 10 < 7 THEN ($4::text[])[b] ELSE '' END AS name,
         ($3::text[])[s] || ($5::text[])[a] || CASE WHEN n % 10 < 7 THEN ($5::text[])[b] ELSE '' END AS sound
       FROM (
         SELECT n, 1 + floor(power(random(), 2.2) * ${surnames.length})::int AS s, 1 + floor(power(random(), 1.6) * ${given.length})::int AS a,
           1 + floor(power(random(), 1.6) * ${given.length})::int AS b
         FROM generate_series(1, $6::int) AS n
       ) AS drawn
     ) AS named`,
    [tenant, surnames, sounds(surnames), given, sounds(given), total],
  );
}

/** `total` handled cases between these persons: each with its recipient, its other side, and a handler of the county. */
export async function fillCases(client: pg.Client, tenant: string, total: number): Promise<void> {
  await client.query(
    `CREATE TEMP TABLE made AS
     SELECT gen_random_uuid() AS id, gen_random_uuid() AS designation_id, n, r.id AS recipient, r.name, o.id AS opponent, o.name AS opponent_name, h.id AS handler,
       h.name AS handler_name, h.agency_id, h.kind
     FROM generate_series(1, $2::int) AS n
     JOIN (SELECT id, name, row_number() OVER () AS n FROM (SELECT id, name FROM person WHERE tenant = $1 LIMIT $2) AS drawn) AS r USING (n)
     JOIN (SELECT id, name, row_number() OVER () AS n FROM (SELECT id, name FROM person WHERE tenant = $1 OFFSET $2 LIMIT $2) AS drawn) AS o USING (n)
     JOIN (SELECT id, name, agency_id, kind, row_number() OVER (ORDER BY code) AS k, count(*) OVER () AS size FROM handler WHERE tenant = $1) AS h ON h.k = 1 + n % h.size`,
    [tenant, total],
  );
  await client.query(
    `INSERT INTO aid_case (tenant, id, matter_id, application_id, application_number, number, state, desk, version, class, cause, aid_form, region, groups,
       recipient_id, recipient_name, recipient_minor, urgent, rule_set, granted_on, opened_at, handler_id, handler_name, designation_id, demonstration)
     SELECT $1, id, gen_random_uuid(), gen_random_uuid(), 'B' || n, 'B' || n, 'HANDLING', CASE WHEN n % 5 = 0 THEN 'handling' ELSE 'done' END, 5, 'civil', 'labourPay',
       'litigationRepresentation', $1 || '001', '{}', recipient, name, false, false, 'law-2021', date '2026-01-01', now(), handler, handler_name, designation_id, true
     FROM made`,
    [tenant],
  );
  await client.query(
    `INSERT INTO case_party (tenant, case_id, ordinal, role, person_id, name, name_key)
     SELECT $1, id, 0, 'recipient', recipient, name, name FROM made UNION ALL SELECT $1, id, 1, 'opponent', opponent, opponent_name, opponent_name FROM made`,
    [tenant],
  );
  await client.query(
    `INSERT INTO designation (tenant, id, case_id, handler_id, handler_kind, handler_name, agency_id, agency_name, state, designated_by, designated_at, designated_on, rank, candidates, score)
     SELECT $1, designation_id, id, handler, kind, handler_name, agency_id, '', 'accepted', 'bench', now(), date '2026-01-01', 1, 1, '{"version":1,"total":0,"lines":[]}' FROM made`,
    [tenant],
  );
}
