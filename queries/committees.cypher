// id: committees
// title: {en: Committees and other bodies, es: Comités y otros órganos}
// description:
//   en: >-
//     The bodies that the agreement or body established or that are part of it on the day, and those that one of its parts
//     (a chapter, a commission; one level down) established or contains. One row for each fact that says so.
//   es: >-
//     Los organismos que el acuerdo u organismo estableció o que ese día son parte de él, y los que estableció o contiene una de sus
//     partes (un capítulo, una comisión; un nivel hacia abajo). Una fila por cada hecho que lo dice.
// parameters:
//   - {name: target, type: entity, meaning: {en: the agreement or body, es: el acuerdo u organismo}}
// columns:
//   - {name: body, type: entity, meaning: {en: id of the committee or other body, es: id del comité u otro organismo}}
//   - {name: name, type: text, meaning: {en: its name, es: su nombre}}
//   - {name: relation, type: relation, meaning: {en: whether it was established by it or is part of it, es: si fue establecido por él o es parte de él}}
//   - name: of
//     type: entity
//     meaning:
//       en: 'id of what it belongs to: the one asked about, or its part'
//       es: 'id de aquello a lo que pertenece: por lo que se pregunta, o su parte'
//   - {name: of_name, type: text, meaning: {en: name of that, es: nombre de aquello}}
//   - {name: valid, type: text, meaning: {en: since when and until when (EDTF), es: desde cuándo y hasta cuándo (EDTF)}}
//   - name: chain
//     type: facts
//     meaning:
//       en: 'ids of the facts: its part, if need be, then the fact'
//       es: 'ids de los hechos: la parte, si hace falta, y luego el hecho'
// order: [relation, of, body, valid, chain]
// chain_from: target
// example: committees usmca
// tags: [bodies, agreements]
MATCH (x:Entity {id: $target})
CALL {
  WITH x
  RETURN x AS of, [] AS parts
  UNION
  WITH x
  MATCH (of:Entity)-[part:PART_OF]->(x)
  WHERE of <> x AND part.from_earliest <= $as_of AND $as_of < part.until_latest
  WITH of, part ORDER BY part.fact
  WITH of, collect(part)[0] AS part
  RETURN of, [part] AS parts
}
MATCH (body:Entity)-[fact:ESTABLISHED_BY|PART_OF]->(of)
WHERE body:Body AND fact.from_earliest <= $as_of AND $as_of < fact.until_latest
WITH body, fact, of, parts + [fact] AS links
RETURN body.id AS body,
  CASE $lang WHEN 'es' THEN coalesce(body.name_es, body.name) ELSE coalesce(body.name, body.name_es) END AS name,
  toLower(type(fact)) AS relation, of.id AS of,
  CASE $lang WHEN 'es' THEN coalesce(of.name_es, of.name) ELSE coalesce(of.name, of.name_es) END AS of_name,
  coalesce(fact.valid, '') AS valid, [link IN links | link.fact] AS chain, [link IN links | startNode(link).id] AS subjects
