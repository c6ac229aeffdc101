// id: counterparts
// title: {en: Counterparts, es: Contrapartes}
// description:
//   en: >-
//     The bodies and persons that do on the other side of a border what this one does, by facts possible on the day in either direction.
//     One row for each counterpart and period.
//   es: >-
//     Los organismos y personas que hacen del otro lado de una frontera lo que hace este, por hechos posibles ese día en cualquier sentido.
//     Una fila por cada contraparte y periodo.
// parameters:
//   - {name: target, type: entity, meaning: {en: the body or person, es: el organismo o la persona}}
// columns:
//   - {name: body, type: entity, meaning: {en: id of the counterpart, es: id de la contraparte}}
//   - {name: name, type: text, meaning: {en: its name, es: su nombre}}
//   - {name: country, type: list, meaning: {en: countries it belongs to, es: países a los que pertenece}}
//   - {name: valid, type: text, meaning: {en: since when and until when (EDTF), es: desde cuándo y hasta cuándo (EDTF)}}
//   - {name: chain, type: facts, meaning: {en: id of the fact, es: id del hecho}}
// order: [body, valid]
// chain_from: target
// example: counterparts cenace
// tags: [bodies]
MATCH (x:Entity {id: $target})
MATCH (x)-[fact:COUNTERPART_OF]-(body:Entity)
WHERE body <> x AND fact.from_earliest <= $as_of AND $as_of < fact.until_latest
WITH body, fact ORDER BY fact.fact
WITH body, coalesce(fact.valid, '') AS valid, collect(fact)[0] AS fact
RETURN body.id AS body,
  CASE $lang WHEN 'es' THEN coalesce(body.name_es, body.name) ELSE coalesce(body.name, body.name_es) END AS name,
  coalesce(body.jurisdiction, []) AS country, valid, [fact.fact] AS chain, [startNode(fact).id] AS subjects
