// id: most-addressed
// title: {en: Whom most is asked of, es: A quién se pide más}
// description:
//   en: >-
//     The bodies and persons to whom most provisions are addressed as responsible or lead on the day. Those that have equally many
//     share a place and are sorted by id.
//   es: >-
//     Los organismos y personas a quienes ese día se dirigen más disposiciones como responsables o líderes.
//     Quienes tienen las mismas comparten lugar y se ordenan por id.
// parameters:
//   - {name: most, type: number, default: '20', meaning: {en: how many rows at most, es: cuántas filas como máximo}}
// columns:
//   - {name: body, type: entity, meaning: {en: id of the body or person, es: id del organismo o persona}}
//   - {name: name, type: text, meaning: {en: its name, es: su nombre}}
//   - {name: country, type: list, meaning: {en: countries it belongs to, es: países a los que pertenece}}
//   - {name: rank, type: number, label: {en: place, es: lugar}, meaning: {en: '1 + how many have more', es: '1 + cuántos tienen más'}}
//   - name: generic
//     type: flag
//     label: {en: named only as a kind, es: nombrado solo como una clase}
//     meaning: {en: named only as a kind, es: nombrado solo como una clase}
//   - {name: provisions, type: number, label: {en: provisions, es: disposiciones}, meaning: {en: how many provisions, es: cuántas disposiciones}}
//   - name: musts
//     type: number
//     label: {en: 'of these, must', es: 'de ellas, debe'}
//     meaning: {en: how many of them say must, es: cuántas de ellas dicen debe}
// order: [rank, body]
// example: most-addressed 10
// tags: [bodies]
MATCH (p:Provision)-[ask:ADDRESSED_TO]->(body:Entity)
WHERE ask.role IN ['responsible', 'lead'] AND ask.from_earliest <= $as_of AND $as_of < ask.until_latest
WITH body, count(DISTINCT p.id) AS provisions, count(DISTINCT CASE p.strength WHEN 'must' THEN p.id END) AS musts
WITH collect({body: body, provisions: provisions, musts: musts}) AS found
UNWIND found AS one
WITH one.body AS body, one.provisions AS provisions, one.musts AS musts,
  1 + size([other IN found WHERE other.provisions > one.provisions]) AS rank
RETURN rank, body.id AS body,
  CASE $lang WHEN 'es' THEN coalesce(body.name_es, body.name) ELSE coalesce(body.name, body.name_es) END AS name,
  coalesce(body.jurisdiction, []) AS country, coalesce(body.generic, false) AS generic, provisions, musts
ORDER BY rank, body LIMIT $most
