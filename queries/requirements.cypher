// id: requirements
// title: {en: What it requires, es: Qué requiere}
// description:
//   en: >-
//     Everything that a provision needs, all the way down (six steps at most): what it requires and its own steps, what
//     these require, and so on. Needs with the same group are alternatives: one of them is enough.
//   es: >-
//     Todo lo que necesita una disposición, hasta el fondo (seis pasos como máximo): lo que requiere y sus propios pasos, lo que estos
//     requieren, y así sucesivamente. Las necesidades con el mismo grupo son alternativas: basta con una.
// parameters:
//   - {name: target, type: entity, meaning: {en: the provision, es: la disposición}}
// columns:
//   - {name: need, type: entity, meaning: {en: id of what is needed, es: id de lo necesario}}
//   - {name: name, type: text, meaning: {en: its title or name, es: su título o nombre}}
//   - {name: relation, type: relation, meaning: {en: whether it is required or a step, es: si es un requisito o un paso}}
//   - {name: of, type: entity, meaning: {en: id of what needs it, es: id de lo que lo necesita}}
//   - name: group
//     type: text
//     label: {en: alternative in, es: alternativa en}
//     meaning: {en: the group of alternatives it belongs to, es: el grupo de alternativas al que pertenece}
//   - {name: steps, type: number, label: {en: steps, es: pasos}, meaning: {en: facts in the chain, es: hechos de la cadena}}
//   - {name: chain, type: facts, meaning: {en: ids of these facts, es: ids de esos hechos}}
// order: [steps, of, relation, group, need]
// chain_from: target
// example: requirements restore-hled
// tags: [needs]
MATCH (goal:Entity {id: $target})
// a few hops at a time, keeping the best chain to each thing: dense needs have too many chains
MATCH path = (goal) ((a:Entity)-[link:REQUIRES|STEP_OF]-(b:Entity)
  WHERE link.from_earliest <= $as_of AND $as_of < link.until_latest AND
    a = CASE type(link) WHEN 'REQUIRES' THEN startNode(link) ELSE endNode(link) END){0,3} (next:Entity)
WITH next, relationships(path) AS links
WITH next, links, reduce(key = '', link IN links | key + link.fact) AS key
ORDER BY size(links), key
WITH next AS thing, collect(links)[0] AS links
MATCH path = (thing) ((a:Entity)-[link:REQUIRES|STEP_OF]-(b:Entity)
  WHERE link.from_earliest <= $as_of AND $as_of < link.until_latest AND
    a = CASE type(link) WHEN 'REQUIRES' THEN startNode(link) ELSE endNode(link) END){0,2} (next:Entity)
WITH next, links + relationships(path) AS links
WITH next, links, reduce(key = '', link IN links | key + link.fact) AS key
ORDER BY size(links), key
WITH next AS of, collect(links)[0] AS links
// what each of these needs itself
MATCH (of)-[fact:REQUIRES|STEP_OF]-(need:Entity)
WHERE fact.from_earliest <= $as_of AND $as_of < fact.until_latest AND
  of = CASE type(fact) WHEN 'REQUIRES' THEN startNode(fact) ELSE endNode(fact) END
WITH need, links + [fact] AS links, type(fact) AS relation, coalesce(fact.group, '') AS group, of.id AS of, fact.fact AS key
ORDER BY key
// one row for each need of each thing
WITH need, relation, of, group, collect(links)[0] AS links
RETURN need.id AS need,
  CASE $lang WHEN 'es' THEN coalesce(need.name_es, need.name) ELSE coalesce(need.name, need.name_es) END AS name,
  toLower(relation) AS relation, of, group, size(links) AS steps,
  [link IN links | link.fact] AS chain, [link IN links | startNode(link).id] AS subjects
