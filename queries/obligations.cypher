// id: obligations
// title: {en: What an agreement or law requires, es: Qué exige un acuerdo o una ley}
// description:
//   en: >-
//     The obligations that on the day are part of an agreement or law, or concern it; those that are part of a part of it, be that
//     a body or instrument that it contains or established; and those that are a step of a provision that is part of it. The
//     strongest first. What only concerns a part of it is left out: other laws may require that.
//   es: >-
//     Las obligaciones que ese día son parte de un acuerdo o una ley, o se refieren a él o ella; las que son parte de una parte
//     suya, sea un organismo o instrumento que contiene o que estableció; y las que son un paso de una disposición que es parte
//     suya. Primero las más fuertes. Se omite lo que solo se refiere a una parte: puede exigirlo otra ley.
// parameters:
//   - {name: target, type: entity, meaning: {en: the agreement or law, es: el acuerdo o la ley}}
// columns:
//   - {name: provision, type: entity, meaning: {en: id of the obligation, es: id de la obligación}}
//   - {name: title, type: text, meaning: {en: its title, es: su título}}
//   - {name: strength, type: concept, meaning: {en: how strongly it binds, es: con qué fuerza obliga}}
//   - name: deadline
//     type: text
//     label: {en: deadline, es: plazo}
//     meaning: {en: 'by when (EDTF), where it says so', es: 'para cuándo (EDTF), si lo dice'}
//   - name: bodies
//     type: entities
//     label: {en: for, es: a cargo de}
//     meaning: {en: ids of those responsible for it or leading it, es: ids de quienes son responsables o lo encabezan}
//   - name: chain
//     type: facts
//     meaning: {en: ids of the one or two facts that tie it to the agreement or law, es: ids del hecho o los dos hechos que la unen al acuerdo o la ley}
// order: [strength, provision]
// chain_from: target
// example: obligations usmca
// tags: [provisions, instruments]
MATCH (x:Entity {id: $target})
CALL {
  WITH x
  MATCH (p:Obligation)-[tie:PART_OF|CONCERNS]->(x)
  WHERE tie.from_earliest <= $as_of AND $as_of < tie.until_latest
  RETURN p, [tie] AS links
  UNION
  WITH x
  MATCH (part:Entity)-[made:PART_OF|ESTABLISHED_BY]->(x)
  WHERE made.from_earliest <= $as_of AND $as_of < made.until_latest
  MATCH (p:Obligation)-[tie:PART_OF|STEP_OF]->(part)
  WHERE tie.from_earliest <= $as_of AND $as_of < tie.until_latest
  RETURN p, [made, tie] AS links
}
// one row for each obligation: its shortest chain
WITH p, links
ORDER BY size(links), reduce(key = '', link IN links | key + link.fact)
WITH p, collect(links)[0] AS links
OPTIONAL MATCH (p)-[ask:ADDRESSED_TO]->(body:Entity)
WHERE ask.role IN ['responsible', 'lead'] AND ask.from_earliest <= $as_of AND $as_of < ask.until_latest
WITH p, links, collect(DISTINCT body.id) AS bodies
RETURN p.id AS provision,
  CASE $lang WHEN 'es' THEN coalesce(p.name_es, p.name) ELSE coalesce(p.name, p.name_es) END AS title,
  p.strength AS strength, coalesce(p.deadline, '') AS deadline, bodies,
  [link IN links | link.fact] AS chain, [link IN links | startNode(link).id] AS subjects
