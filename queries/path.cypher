// id: path
// title: {en: How two are connected, es: Cómo se conectan dos}
// description:
//   en: >-
//     The shortest connections between two bodies over the facts of the day, in either direction: of one fact if there is one, else of two, else of
//     three. They pass through bodies, persons, places, instruments and provisions, never through concepts, sections, passages or documents, and never
//     twice through the same. At most ten: those with the smallest fact ids. Nothing for a body and itself.
//   es: >-
//     Las conexiones más cortas entre dos organismos por los hechos de ese día, en cualquier sentido: de un hecho si lo hay, si no de dos, si no
//     de tres. Pasan por organismos, personas, lugares, instrumentos y disposiciones, nunca por conceptos, secciones, pasajes o documentos, ni
//     dos veces por lo mismo. Diez como máximo: las de ids de hechos menores. Ninguna para un organismo consigo mismo.
// parameters:
//   - {name: one, type: entity, meaning: {en: where the connection begins, es: donde empieza la conexión}}
//   - {name: other, type: entity, meaning: {en: where it ends, es: donde termina}}
// columns:
//   - {name: names, type: text, meaning: {en: 'names of what is on the way, both ends included', es: 'nombres de lo que hay en el camino, con ambos extremos'}}
//   - {name: steps, type: number, label: {en: steps, es: pasos}, meaning: {en: facts in the connection, es: hechos de la conexión}}
//   - {name: through, type: list, label: {en: through, es: por}, meaning: {en: ids of what lies between, es: ids de lo que hay entre ambos}}
//   - {name: chain, type: facts, meaning: {en: ids of these facts, es: ids de esos hechos}}
// order: [steps, chain]
// chain_from: one
// example: path pemex chevron
// tags: [bodies]
MATCH (one:Entity {id: $one}), (other:Entity {id: $other})
WHERE one <> other AND NOT one:Concept AND NOT other:Concept
OPTIONAL MATCH (one)-[f]-(other)
WHERE f.from_earliest <= $as_of AND $as_of < f.until_latest
WITH one, other, [link IN collect(DISTINCT f) | {through: [], links: [link]}] AS direct
CALL {
  WITH one, other, direct
  WITH one, other WHERE size(direct) = 0
  MATCH (one)-[f]-(a:Entity)
  WHERE a <> one AND a <> other AND NOT a:Concept AND f.from_earliest <= $as_of AND $as_of < f.until_latest
  MATCH (a)-[g]-(other)
  WHERE g.from_earliest <= $as_of AND $as_of < g.until_latest
  RETURN collect({through: [a], links: [f, g]}) AS by_two
}
CALL {
  WITH one, other, direct, by_two
  WITH one, other WHERE size(direct) + size(by_two) = 0
  MATCH (one)-[f]-(a:Entity)
  WHERE a <> one AND a <> other AND NOT a:Concept AND f.from_earliest <= $as_of AND $as_of < f.until_latest
  MATCH (a)-[g]-(b:Entity)
  WHERE b <> a AND b <> one AND b <> other AND NOT b:Concept AND g.from_earliest <= $as_of AND $as_of < g.until_latest
  MATCH (b)-[h]-(other)
  WHERE h.from_earliest <= $as_of AND $as_of < h.until_latest
  RETURN collect({through: [a, b], links: [f, g, h]}) AS by_three
}
UNWIND direct + by_two + by_three AS found
WITH one, other, found.through AS through, found.links AS links
WITH one, other, through, links, reduce(key = '', link IN links | key + link.fact) AS key
ORDER BY key
LIMIT 10
WITH through, links, [x IN [one] + through + [other] |
  CASE $lang WHEN 'es' THEN coalesce(x.name_es, x.name) ELSE coalesce(x.name, x.name_es) END] AS names
RETURN reduce(text = head(names), name IN tail(names) | text + ' – ' + name) AS names, size(links) AS steps,
  [x IN through | x.id] AS through, [link IN links | link.fact] AS chain, [link IN links | startNode(link).id] AS subjects
