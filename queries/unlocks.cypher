// id: unlocks
// title: {en: What it unlocks, es: Qué desbloquea}
// description:
//   en: >-
//     Everything that a provision, body or programme unlocks, all the way up (six links at most): the provisions that require it, what
//     it helps to achieve and what it is a step of, then what these unlock, and so on. One row for each thing, with the shortest chain.
//   es: >-
//     Todo lo que desbloquea una disposición, un organismo o un programa, hasta el final (seis enlaces como máximo): las disposiciones
//     que lo requieren, lo que ayuda a lograr y aquello de lo que es un paso, luego lo que esto desbloquea, y así sucesivamente.
//     Una fila por cada cosa, con la cadena más corta.
// parameters:
//   - {name: target, type: entity, meaning: {en: 'the provision, body or programme', es: 'la disposición, el organismo o el programa'}}
// columns:
//   - {name: unlocked, type: entity, meaning: {en: id of what is unlocked, es: id de lo desbloqueado}}
//   - {name: name, type: text, meaning: {en: its title or name, es: su título o nombre}}
//   - name: relation
//     type: relation
//     meaning: {en: 'the last link: required by it, helped by, or with the step', es: 'el último enlace: requisito, ayuda o paso'}
//   - {name: steps, type: number, label: {en: steps, es: pasos}, meaning: {en: facts in the chain, es: hechos de la cadena}}
//   - {name: chain, type: facts, meaning: {en: ids of these facts, es: ids de esos hechos}}
// order: [steps, unlocked]
// chain_from: target
// example: unlocks economic-dialogue-working-groups
// tags: [needs]
MATCH (x:Entity {id: $target})
// a few links at a time, keeping the shortest chain to each thing: all chains of six would be too many where links are dense
WITH x, x AS thing, [] AS links
MATCH path = (thing) ((a:Entity)-[link:REQUIRES|ENABLES|STEP_OF]-(b:Entity)
  WHERE link.from_earliest <= $as_of AND $as_of < link.until_latest AND
    a = CASE type(link) WHEN 'REQUIRES' THEN endNode(link) ELSE startNode(link) END){0,3} (next:Entity)
WITH x, next, links + relationships(path) AS links
WITH x, next, links, reduce(key = '', link IN links | key + link.fact) AS key
ORDER BY size(links), key
WITH x, next AS thing, collect(links)[0] AS links
MATCH path = (thing) ((a:Entity)-[link:REQUIRES|ENABLES|STEP_OF]-(b:Entity)
  WHERE link.from_earliest <= $as_of AND $as_of < link.until_latest AND
    a = CASE type(link) WHEN 'REQUIRES' THEN endNode(link) ELSE startNode(link) END){0,3} (next:Entity)
WITH x, next, links + relationships(path) AS links
WITH x, next, links, reduce(key = '', link IN links | key + link.fact) AS key
ORDER BY size(links), key
WITH x, next AS thing, collect(links)[0] AS links
WITH x, thing AS unlocked, links, links[size(links) - 1] AS fact
WHERE unlocked <> x
RETURN unlocked.id AS unlocked,
  CASE $lang WHEN 'es' THEN coalesce(unlocked.name_es, unlocked.name) ELSE coalesce(unlocked.name, unlocked.name_es) END AS name,
  toLower(type(fact)) AS relation, size(links) AS steps,
  [link IN links | link.fact] AS chain, [link IN links | startNode(link).id] AS subjects
