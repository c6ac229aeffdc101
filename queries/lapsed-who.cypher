// id: lapsed-who
// title: {en: Who must act for what has lapsed, es: Quién debe actuar por lo que dejó de funcionar}
// description:
//   en: >-
//     For each mechanism, agreement and programme that does not work on the day (as in lapsed-mechanisms): those that the provisions that ask
//     to restore it are addressed to, and the bodies whose lead of it is over by the day. One row for each of these, its role, and whether it
//     is a former leader.
//   es: >-
//     Por cada mecanismo, acuerdo y programa que no funciona ese día (como en lapsed-mechanisms): a quienes se dirigen las disposiciones que
//     piden restaurarlo, y los organismos cuya dirección de él ha terminado para ese día. Una fila por cada uno de ellos, su papel y si lo
//     dirigió antes.
// columns:
//   - {name: thing, type: entity, meaning: {en: 'id of the mechanism, agreement or programme', es: 'id del mecanismo, acuerdo o programa'}}
//   - {name: name, type: text, meaning: {en: its name, es: su nombre}}
//   - {name: body, type: entity, meaning: {en: id of who must act, es: id de quien debe actuar}}
//   - {name: body_name, type: text, meaning: {en: its name, es: su nombre}}
//   - {name: country, type: list, meaning: {en: countries it belongs to, es: países a los que pertenece}}
//   - name: role
//     type: concept
//     meaning:
//       en: 'its part in restoring it; of a former leader, in leading it'
//       es: 'su papel en restaurarlo; si lo dirigió antes, en dirigirlo'
//   - {name: former, type: flag, label: {en: led it, es: lo dirigió}, meaning: {en: whether it is a former leader, es: si lo dirigió antes}}
//   - name: chain
//     type: facts
//     meaning:
//       en: 'ids of the facts: what asks and whom, or the lead'
//       es: 'ids de los hechos: lo que pide y a quién, o la dirección'
// order: [thing, former, role, body]
// chain_from: thing
// example: lapsed-who
// tags: [action, bodies, time]
MATCH (state:Entity)
WHERE state.id IN ['lapsed', 'suspended', 'ended']
MATCH (thing:Entity)-[status:HAS_STATUS]->(state)
WHERE (thing:Mechanism OR thing:Agreement OR thing:Programme) AND status.from_earliest <= $as_of AND $as_of < status.until_latest
WITH DISTINCT thing
OPTIONAL MATCH (thing)-[working:HAS_STATUS]->(:Entity {id: 'active'})
WHERE working.from_earliest <= $as_of AND $as_of < working.until_latest
WITH thing, count(working) AS working
WHERE working = 0
CALL {
  // whom the provisions that would restore it are addressed to
  WITH thing
  MATCH (provision:Entity)-[concern:CONCERNS {action: 'restore'}]->(thing)
  WHERE concern.from_earliest <= $as_of AND $as_of < concern.until_latest
  MATCH (provision)-[ask:ADDRESSED_TO]->(body:Entity)
  WHERE ask.from_earliest <= $as_of AND $as_of < ask.until_latest
  RETURN body, coalesce(ask.role, '') AS role, false AS former, [concern, ask] AS links
  UNION
  // the bodies that led it
  WITH thing
  MATCH (body:Entity)-[lead:LEADS]->(thing)
  WHERE body:Body AND lead.until_latest <= $as_of
  RETURN body, coalesce(lead.role, 'lead') AS role, true AS former, [lead] AS links
}
WITH thing, body, role, former, links, reduce(key = '', link IN links | key + link.fact) AS key
ORDER BY key
WITH thing, body, role, former, collect(links)[0] AS links
RETURN thing.id AS thing,
  CASE $lang WHEN 'es' THEN coalesce(thing.name_es, thing.name) ELSE coalesce(thing.name, thing.name_es) END AS name,
  body.id AS body,
  CASE $lang WHEN 'es' THEN coalesce(body.name_es, body.name) ELSE coalesce(body.name, body.name_es) END AS body_name,
  coalesce(body.jurisdiction, []) AS country, role, former,
  [link IN links | link.fact] AS chain, [link IN links | startNode(link).id] AS subjects
