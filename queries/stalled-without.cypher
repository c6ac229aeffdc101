// id: stalled-without
// title: {en: What stalls without a body, es: Qué se detiene sin un organismo}
// description:
//   en: >-
//     The provisions that cannot be completed if a body does not act: those that it is to carry out, lead, approve or fund, and those
//     that require it; then, all the way up (six links at most in all), the provisions that require a stalled one, and those that a
//     stalled one is a step of. A requirement does not count if another of the same group can take its place. One row for each
//     provision, with the shortest chain.
//   es: >-
//     Las disposiciones que no pueden completarse si un organismo no actúa: las que le corresponde ejecutar, dirigir, aprobar o
//     financiar, y las que lo requieren; después, hasta el final (seis enlaces en total como máximo), las disposiciones que requieren
//     una detenida y aquellas de las que una detenida es un paso. No cuenta un requisito que otro del mismo grupo puede sustituir.
//     Una fila por cada disposición, con la cadena más corta.
// parameters:
//   - {name: target, type: entity, meaning: {en: the body that does not act, es: el organismo que no actúa}}
// columns:
//   - {name: provision, type: entity, meaning: {en: id of the provision, es: id de la disposición}}
//   - {name: title, type: text, meaning: {en: its title, es: su título}}
//   - {name: strength, type: concept, meaning: {en: how strongly it is put, es: con qué fuerza se enuncia}}
//   - {name: steps, type: number, label: {en: steps, es: pasos}, meaning: {en: facts in the chain, es: hechos de la cadena}}
//   - {name: chain, type: facts, meaning: {en: ids of these facts, es: ids de esos hechos}}
// order: [steps, strength, provision]
// chain_from: target
// example: stalled-without cenace
// tags: [needs, bodies]
MATCH (x:Entity {id: $target})
// whatever may stall
MATCH (base:Entity)-[:ADDRESSED_TO|REQUIRES]->(x)
WITH x, collect(DISTINCT base) AS bases
UNWIND bases AS base
MATCH (base) ((a:Entity)-[link:REQUIRES|STEP_OF]-(b:Entity)
  WHERE a = CASE type(link) WHEN 'REQUIRES' THEN endNode(link) ELSE startNode(link) END){0,3} (next:Entity)
WITH x, collect(DISTINCT next) AS middle
UNWIND middle AS base
MATCH (base) ((a:Entity)-[link:REQUIRES|STEP_OF]-(b:Entity)
  WHERE a = CASE type(link) WHEN 'REQUIRES' THEN endNode(link) ELSE startNode(link) END){0,2} (next:Entity)
WITH DISTINCT x, next AS choice
// the requirements among these that another of the same group can take the place of
OPTIONAL MATCH (choice)-[one:REQUIRES]->(thing:Entity)
WHERE one.group IS NOT NULL AND one.from_earliest <= $as_of AND $as_of < one.until_latest
OPTIONAL MATCH (choice)-[another:REQUIRES]->(instead:Entity)
WHERE another.group = one.group AND instead <> thing AND another.from_earliest <= $as_of AND $as_of < another.until_latest
WITH x, collect(CASE WHEN another IS NULL THEN null ELSE one.fact END) AS replaceable
MATCH (base:Entity)-[first:ADDRESSED_TO|REQUIRES]->(x)
WHERE first.from_earliest <= $as_of AND $as_of < first.until_latest AND
  CASE type(first) WHEN 'REQUIRES' THEN NOT first.fact IN replaceable ELSE first.role IN ['responsible', 'lead', 'approves', 'funds'] END
// a few links at a time, keeping the shortest chain to each provision: all chains of six would be too many where links are dense
WITH replaceable, first, base
ORDER BY first.fact
WITH replaceable, base AS thing, [collect(first)[0]] AS links
MATCH path = (thing) ((a:Entity)-[link:REQUIRES|STEP_OF]-(b:Entity)
  WHERE link.from_earliest <= $as_of AND $as_of < link.until_latest AND NOT link.fact IN replaceable AND
    a = CASE type(link) WHEN 'REQUIRES' THEN endNode(link) ELSE startNode(link) END){0,3} (next:Entity)
WITH replaceable, next, links + relationships(path) AS links
WITH replaceable, next, links, reduce(key = '', link IN links | key + link.fact) AS key
ORDER BY size(links), key
WITH replaceable, next AS thing, collect(links)[0] AS links
MATCH path = (thing) ((a:Entity)-[link:REQUIRES|STEP_OF]-(b:Entity)
  WHERE link.from_earliest <= $as_of AND $as_of < link.until_latest AND NOT link.fact IN replaceable AND
    a = CASE type(link) WHEN 'REQUIRES' THEN endNode(link) ELSE startNode(link) END){0,2} (next:Entity)
WITH replaceable, next, links + relationships(path) AS links
WITH replaceable, next, links, reduce(key = '', link IN links | key + link.fact) AS key
ORDER BY size(links), key
WITH replaceable, next AS thing, collect(links)[0] AS links
WITH thing AS provision, links
RETURN provision.id AS provision,
  CASE $lang WHEN 'es' THEN coalesce(provision.name_es, provision.name) ELSE coalesce(provision.name, provision.name_es) END AS title,
  coalesce(provision.strength, '') AS strength, size(links) AS steps,
  [link IN links | link.fact] AS chain, [link IN links | startNode(link).id] AS subjects
