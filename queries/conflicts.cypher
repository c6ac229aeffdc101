// id: conflicts
// title: {en: Where sources disagree, es: Dónde discrepan las fuentes}
// description:
//   en: >-
//     Pairs of facts, begun by the day, that cannot both be so. Status: a thing certainly had two statuses on one day. Time: one fact
//     is given two times that end alike and begin on different days. Origin: a thing was established by two parts of one instrument.
//     The better-sourced fact comes first: the one with a better kind of source (primary, copy, secondary), then the surer one, then
//     the one with more evidence.
//   es: >-
//     Pares de hechos, ya iniciados ese día, que no pueden ser ciertos a la vez. Estado (status): una cosa tuvo con certeza dos estados
//     el mismo día. Tiempo (time): se dan dos tiempos para un hecho, con el mismo fin y comienzos distintos. Origen (origin): una cosa
//     fue establecida por dos partes de un mismo instrumento. Va primero el hecho mejor documentado: el de mejor clase de fuente
//     (primaria, copia, secundaria), luego el más seguro, luego el que tiene más pruebas.
// columns:
//   - {name: entity, type: entity, meaning: {en: id of what the facts are about, es: id de aquello de lo que tratan los hechos}}
//   - {name: name, type: text, meaning: {en: its name, es: su nombre}}
//   - name: kind
//     type: text
//     meaning: {en: 'what they disagree about: status, time or origin', es: 'en qué discrepan: status (estado), time (tiempo) u origin (origen)'}
//   - {name: relation, type: relation, meaning: {en: what the facts say, es: lo que dicen los hechos}}
//   - {name: better, type: entity, meaning: {en: object of the better-sourced fact, es: objeto del hecho mejor documentado}}
//   - {name: better_name, type: text, meaning: {en: its name, es: su nombre}}
//   - {name: better_valid, type: text, meaning: {en: since when and until when (EDTF), es: desde cuándo y hasta cuándo (EDTF)}}
//   - {name: other, type: entity, meaning: {en: object of the other fact, es: objeto del otro hecho}}
//   - {name: other_name, type: text, label: {en: against, es: frente a}, meaning: {en: its name, es: su nombre}}
//   - {name: other_valid, type: text, meaning: {en: since when and until when (EDTF), es: desde cuándo y hasta cuándo (EDTF)}}
//   - {name: chain, type: facts, meaning: {en: 'ids of both facts, the better-sourced first', es: 'ids de ambos hechos, primero el mejor documentado'}}
// order: [entity, kind, relation, chain]
// chain_from: entity
// example: conflicts
// tags: [sources, time]
CALL {
  MATCH (x:Entity)-[one:HAS_STATUS]->(a:Entity)
  MATCH (x)-[two:HAS_STATUS]->(b:Entity)
  WHERE one.fact < two.fact AND a.id <> b.id AND a.id <> 'unknown' AND b.id <> 'unknown' AND
    one.from_latest < one.until_earliest AND one.from_latest < two.until_earliest AND
    two.from_latest < one.until_earliest AND two.from_latest < two.until_earliest
  RETURN 'status' AS kind, one, two
  UNION ALL
  MATCH (x:Entity)-[r]->(o)
  WHERE r.valid CONTAINS '/'
  WITH x, o, type(r) AS relation, collect(r) AS found
  WHERE size(found) > 1
  UNWIND found AS one
  UNWIND found AS two
  WITH one, two, split(one.valid, '/')[1] AS end
  WHERE one.fact < two.fact AND end <> '' AND end = split(two.valid, '/')[1] AND
    coalesce(one.role, '') = coalesce(two.role, '') AND coalesce(one.action, '') = coalesce(two.action, '') AND
    coalesce(one.group, '') = coalesce(two.group, '') AND
    (one.from_latest < two.from_earliest OR two.from_latest < one.from_earliest)
  RETURN 'time' AS kind, one, two
  UNION ALL
  MATCH (x:Entity)-[one:ESTABLISHED_BY]->(a:Entity)
  MATCH (x)-[two:ESTABLISHED_BY]->(b:Entity)
  WHERE one.fact < two.fact AND a.id <> b.id
  MATCH (a)-[:PART_OF]->(whole:Entity)<-[:PART_OF]-(b)
  RETURN DISTINCT 'origin' AS kind, one, two
}
WITH kind, one, two
WHERE one.from_earliest <= $as_of AND two.from_earliest <= $as_of
UNWIND [one, two] AS fact
UNWIND fact.sources AS document_id
MATCH (document:Document {id: document_id})
WITH kind, one, two, fact, min(CASE document.kind WHEN 'primary' THEN 0 WHEN 'copy' THEN 1 ELSE 2 END) AS rank
WITH kind, one, two, fact, rank, reduce(most = 0.0, c IN fact.confidences | CASE WHEN c > most THEN c ELSE most END) AS sure
ORDER BY rank, sure DESC, size(fact.sources) DESC, fact.fact
WITH kind, one, two, collect(fact) AS facts
WITH kind, facts, startNode(facts[0]) AS x, endNode(facts[0]) AS better, endNode(facts[1]) AS other
RETURN x.id AS entity, CASE $lang WHEN 'es' THEN coalesce(x.name_es, x.name) ELSE coalesce(x.name, x.name_es) END AS name,
  kind, toLower(type(facts[0])) AS relation, better.id AS better,
  CASE WHEN NOT better:Entity THEN '' WHEN $lang = 'es' THEN coalesce(better.name_es, better.name)
    ELSE coalesce(better.name, better.name_es) END AS better_name,
  coalesce(facts[0].valid, '') AS better_valid, other.id AS other,
  CASE WHEN NOT other:Entity THEN '' WHEN $lang = 'es' THEN coalesce(other.name_es, other.name)
    ELSE coalesce(other.name, other.name_es) END AS other_name,
  coalesce(facts[1].valid, '') AS other_valid, [f IN facts | f.fact] AS chain, [f IN facts | startNode(f).id] AS subjects
