// id: lineage
// title: {en: Predecessors and successors, es: Antecesores y sucesores}
// description:
//   en: >-
//     What the entity succeeded, what that succeeded, and so on; and what succeeded it, and so on (six successions at most in each
//     direction). One row for each predecessor and each successor: its shortest chain of successions possible on the day.
//   es: >-
//     A qué sucedió la entidad, a qué sucedió aquello, y así sucesivamente; y qué la sucedió a ella, y así sucesivamente (seis sucesiones
//     como máximo en cada sentido). Una fila por cada antecesor y cada sucesor: su cadena más corta de sucesiones posibles ese día.
// parameters:
//   - {name: target, type: entity, meaning: {en: 'the body, instrument or other entity', es: 'el organismo, instrumento u otra entidad'}}
// columns:
//   - {name: body, type: entity, meaning: {en: id of the predecessor or successor, es: id del antecesor o sucesor}}
//   - {name: name, type: text, meaning: {en: its name, es: su nombre}}
//   - name: generation
//     type: number
//     label: {en: generation, es: generación}
//     meaning:
//       en: '-1 its predecessor, -2 the one before that; 1 its successor, and so on'
//       es: '-1 su antecesor, -2 el anterior a este; 1 su sucesor, y así sucesivamente'
//   - name: life
//     type: text
//     label: {en: existed, es: existió}
//     meaning: {en: 'when it existed (EDTF), if known', es: 'cuándo existió (EDTF), si se sabe'}
//   - {name: chain, type: facts, meaning: {en: ids of the successions, es: ids de las sucesiones}}
// order: [generation, body]
// chain_from: target
// example: lineage usmca
// tags: [bodies, time]
MATCH (x:Entity {id: $target})
CALL {
  WITH x
  MATCH path = (x) ((a:Entity)-[link:SUCCESSOR_OF]->(b:Entity)
    WHERE link.from_earliest <= $as_of AND $as_of < link.until_latest){1,6} (body:Entity)
  RETURN body, -1 AS sign, relationships(path) AS links
  UNION
  WITH x
  MATCH path = (x) ((a:Entity)<-[link:SUCCESSOR_OF]-(b:Entity)
    WHERE link.from_earliest <= $as_of AND $as_of < link.until_latest){1,6} (body:Entity)
  RETURN body, 1 AS sign, relationships(path) AS links
}
WITH x, body, sign, links, reduce(key = '', link IN links | key + link.fact) AS key
WHERE body <> x
// one row for each predecessor and each successor: its shortest chain
ORDER BY size(links), key
WITH body, sign, collect(links)[0] AS links
RETURN body.id AS body,
  CASE $lang WHEN 'es' THEN coalesce(body.name_es, body.name) ELSE coalesce(body.name, body.name_es) END AS name,
  sign * size(links) AS generation, coalesce(body.life, '') AS life,
  [link IN links | link.fact] AS chain, [link IN links | startNode(link).id] AS subjects
