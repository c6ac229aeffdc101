// id: outcomes
// title: {en: What became of what was asked, es: En qué quedó lo pedido}
// description:
//   en: >-
//     The provisions that on the day ask for something to be restored, created or ended, and whether that thing has on the day the
//     status that this results in (active, or ended) by a fact that begins no earlier than the provision does. Of several such
//     facts the latest counts. No status: it had not come about, or is not known to have.
//   es: >-
//     Las disposiciones que ese día piden restaurar, crear o terminar algo, y si eso tiene ese día el estado que de ello resulta
//     (activo o terminado) por un hecho que no comienza antes que la disposición. De varios hechos así cuenta el último. Sin
//     estado: no se había cumplido, o no consta.
// columns:
//   - {name: provision, type: entity, meaning: {en: id of the provision, es: id de la disposición}}
//   - {name: title, type: text, meaning: {en: its title, es: su título}}
//   - {name: action, type: concept, meaning: {en: what it asks to be done, es: qué pide hacer}}
//   - {name: target, type: entity, meaning: {en: id of what it is to be done to, es: id de aquello a lo que debe hacerse}}
//   - {name: name, type: text, meaning: {en: its name, es: su nombre}}
//   - {name: status, type: concept, meaning: {en: 'the status it results in, where it is had on the day', es: 'el estado que resulta, si lo tiene ese día'}}
//   - name: since
//     type: text
//     label: {en: period, es: periodo}
//     meaning: {en: since when and until when it has it (EDTF), es: desde cuándo y hasta cuándo lo tiene (EDTF)}
//   - name: chain
//     type: facts
//     meaning: {en: 'ids of the facts: what it asks, then what has come of it', es: 'ids de los hechos: qué pide y luego qué resultó'}
// order: [provision, target, action]
// chain_from: provision
// example: outcomes --as-of 2022-01-01
// tags: [provisions, time]
MATCH (p:Provision)-[concern:CONCERNS]->(x:Entity)
WHERE concern.from_earliest <= $as_of AND $as_of < concern.until_latest
WITH p, x, concern,
  // what an action results in, as the ontology says
  CASE concern.action WHEN 'restore' THEN 'active' WHEN 'create' THEN 'active' WHEN 'end' THEN 'ended' ELSE '' END AS result
WHERE result <> ''
WITH p, x, concern, result
ORDER BY concern.from_earliest, concern.fact
WITH p, x, concern.action AS action, result, collect(concern)[0] AS concern
OPTIONAL MATCH (x)-[begun:HAS_STATUS]->(status:Entity)
WHERE status.id = result AND concern.from_earliest <= begun.from_earliest AND begun.from_earliest <= $as_of AND $as_of < begun.until_latest
WITH p, x, action, result, concern, begun
ORDER BY begun.from_earliest DESC, begun.fact
WITH p, x, action, result, concern, collect(begun) AS begun
WITH p, x, action, concern, CASE WHEN size(begun) = 0 THEN '' ELSE result END AS status,
  CASE WHEN size(begun) = 0 THEN '' ELSE coalesce(begun[0].valid, '') END AS since, [concern] + begun[0..1] AS links
RETURN p.id AS provision,
  CASE $lang WHEN 'es' THEN coalesce(p.name_es, p.name) ELSE coalesce(p.name, p.name_es) END AS title,
  action, x.id AS target,
  CASE $lang WHEN 'es' THEN coalesce(x.name_es, x.name) ELSE coalesce(x.name, x.name_es) END AS name,
  status, since, [link IN links | link.fact] AS chain, [link IN links | startNode(link).id] AS subjects
