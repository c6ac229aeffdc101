// id: timeline
// title: {en: Timeline, es: Cronología}
// description:
//   en: >-
//     What is known of an entity's life, in order of time: the facts about it that have begun by the day, each at its first possible day,
//     whether or not they still hold. Left out are facts without a known beginning, the passages that state it, its topics, and facts known
//     only from the date of their documents on; provisions are kept, since they begin with their document.
//   es: >-
//     Lo que se sabe de la existencia de una entidad, en orden de tiempo: los hechos sobre ella que han empezado para ese día, cada uno en
//     su primer día posible, sigan o no vigentes. Se omiten los hechos sin inicio conocido, los pasajes que la enuncian, sus temas y los
//     hechos conocidos solo desde la fecha de sus documentos; se conservan las disposiciones, que empiezan con su documento.
// parameters:
//   - {name: target, type: entity, meaning: {en: 'the body, instrument or other entity', es: 'el organismo, instrumento u otra entidad'}}
// columns:
//   - {name: since, type: date, meaning: {en: first day on which the fact may hold, es: primer día en que el hecho puede ser cierto}}
//   - {name: valid, type: text, meaning: {en: since when and until when (EDTF), es: desde cuándo y hasta cuándo (EDTF)}}
//   - {name: relation, type: relation, meaning: {en: the relation, es: la relación}}
//   - name: inverse
//     type: flag
//     label: {en: the other way round, es: en sentido inverso}
//     meaning:
//       en: 'the fact is read from the other end, as “leads” of a body that leads it'
//       es: 'el hecho se lee desde el otro extremo, como «dirige» de un organismo que la dirige'
//   - name: other
//     type: entity
//     meaning:
//       en: 'id of the other end: an entity, section or document'
//       es: 'id del otro extremo: una entidad, sección o documento'
//   - {name: name, type: text, meaning: {en: name or title of the other end, es: nombre o título del otro extremo}}
//   - name: qualifier
//     type: text
//     meaning:
//       en: 'its role in the fact, else the action, else the group of alternatives'
//       es: 'su papel en el hecho; si no, la acción; si no, el grupo de alternativas'
//   - {name: chain, type: facts, meaning: {en: id of the fact, es: id del hecho}}
// order: [since, relation, other, inverse, qualifier, valid, chain]
// chain_from: target
// example: timeline hled --as-of 2026-11-24
// tags: [bodies, time]
MATCH (x:Entity {id: $target})
CALL {
  WITH x
  MATCH (x)-[fact]->(other)
  RETURN fact, other, false AS inverse
  UNION
  WITH x
  MATCH (other:Entity)-[fact]->(x)
  WHERE other <> x
  RETURN fact, other, true AS inverse
}
WITH fact, other, inverse
WHERE NOT type(fact) IN ['STATED_IN', 'ABOUT'] AND fact.valid IS NOT NULL AND
  fact.from_earliest > date('0001-01-01') AND fact.from_earliest <= $as_of
WITH fact, other, inverse, startNode(fact) AS subject
// not those whose time is only that of every document that states them; provisions do begin with theirs
WITH fact, other, inverse, subject, CASE WHEN subject:Provision OR NOT fact.valid ENDS WITH '/' THEN [''] ELSE fact.sources END AS sources
UNWIND sources AS source
OPTIONAL MATCH (document:Document {id: source})
WHERE document.date + '/' = fact.valid
WITH fact, other, inverse, subject, sources, count(document) AS dated
WHERE dated < size(sources)
RETURN fact.from_earliest AS since, fact.valid AS valid, toLower(type(fact)) AS relation, inverse, other.id AS other,
  CASE $lang WHEN 'es' THEN coalesce(other.name_es, other.name) ELSE coalesce(other.name, other.name_es) END AS name,
  coalesce(fact.role, fact.action, fact.group, '') AS qualifier, [fact.fact] AS chain, [subject.id] AS subjects
