// id: lapsed-mechanisms
// title: {en: What has lapsed, es: Qué dejó de funcionar}
// description:
//   en: >-
//     The mechanisms, agreements and programmes that do not work on the day: their status may be lapsed, suspended or ended, and cannot be
//     active. With each, the provisions that ask on the day to restore it; one row for each of these, or one row where none does.
//   es: >-
//     Los mecanismos, acuerdos y programas que no funcionan ese día: su estado puede ser inactivo, suspendido o terminado, y no puede ser
//     activo. Con cada uno, las disposiciones que ese día piden restaurarlo; una fila por cada una, o una sola fila donde no hay ninguna.
// columns:
//   - {name: thing, type: entity, meaning: {en: 'id of the mechanism, agreement or programme', es: 'id del mecanismo, acuerdo o programa'}}
//   - {name: name, type: text, meaning: {en: its name, es: su nombre}}
//   - {name: status, type: concept, meaning: {en: 'its status; of several, the one that began last', es: 'su estado; de varios, el que empezó al último'}}
//   - {name: since, type: text, meaning: {en: time of the status (EDTF), es: tiempo del estado (EDTF)}}
//   - {name: provision, type: entity, meaning: {en: id of the provision that asks to restore it, es: id de la disposición que pide restaurarlo}}
//   - {name: title, type: text, meaning: {en: its title, es: su título}}
//   - {name: strength, type: concept, meaning: {en: how strongly it is asked, es: con qué fuerza se pide}}
//   - name: chain
//     type: facts
//     meaning:
//       en: 'ids of the facts: its status, then what asks to restore it'
//       es: 'ids de los hechos: su estado y lo que pide restaurarlo'
// order: [thing, strength, provision]
// chain_from: thing
// example: lapsed-mechanisms
// tags: [bodies, action, time]
MATCH (state:Entity)
WHERE state.id IN ['lapsed', 'suspended', 'ended']
MATCH (thing:Entity)-[status:HAS_STATUS]->(state)
WHERE (thing:Mechanism OR thing:Agreement OR thing:Programme) AND status.from_earliest <= $as_of AND $as_of < status.until_latest
// of several such statuses the one that began last, then the smallest fact
WITH thing, status ORDER BY status.from_earliest DESC, status.fact
WITH thing, collect(status)[0] AS status
OPTIONAL MATCH (thing)-[working:HAS_STATUS]->(:Entity {id: 'active'})
WHERE working.from_earliest <= $as_of AND $as_of < working.until_latest
WITH thing, status, count(working) AS working
WHERE working = 0
OPTIONAL MATCH (provision:Entity)-[concern:CONCERNS {action: 'restore'}]->(thing)
WHERE concern.from_earliest <= $as_of AND $as_of < concern.until_latest
WITH thing, status, provision, concern ORDER BY concern.fact
WITH thing, status, provision, collect(concern) AS concerns
WITH thing, status, endNode(status) AS state, provision, [status] + concerns[0..1] AS links
RETURN thing.id AS thing,
  CASE $lang WHEN 'es' THEN coalesce(thing.name_es, thing.name) ELSE coalesce(thing.name, thing.name_es) END AS name,
  state.id AS status, coalesce(status.valid, '') AS since, coalesce(provision.id, '') AS provision,
  CASE $lang WHEN 'es' THEN coalesce(provision.name_es, provision.name, '') ELSE coalesce(provision.name, provision.name_es, '') END AS title,
  coalesce(provision.strength, '') AS strength, [link IN links | link.fact] AS chain, [link IN links | startNode(link).id] AS subjects
