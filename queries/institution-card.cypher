// id: institution-card
// title: {en: Fact card, es: Ficha de hechos}
// description:
//   en: >-
//     All facts about an entity that are possible on the day, but for the passages that state it and its topics: first those that it is the
//     subject of, then those of others about it; in each part by relation and then by role.
//   es: >-
//     Todos los hechos sobre una entidad que son posibles ese día, salvo los pasajes que la enuncian y sus temas: primero aquellos cuyo
//     sujeto es ella, luego los de otras entidades sobre ella; en cada parte, por relación y luego por papel.
// parameters:
//   - {name: target, type: entity, meaning: {en: 'the body, instrument or other entity', es: 'el organismo, instrumento u otra entidad'}}
// columns:
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
//   - {name: valid, type: text, meaning: {en: since when and until when (EDTF), es: desde cuándo y hasta cuándo (EDTF)}}
//   - {name: chain, type: facts, meaning: {en: id of the fact, es: id del hecho}}
// order: [inverse, relation, qualifier, other, valid, chain]
// chain_from: target
// example: institution-card hled --as-of 2022-01-01
// tags: [bodies, facts]
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
WHERE NOT type(fact) IN ['STATED_IN', 'ABOUT'] AND fact.from_earliest <= $as_of AND $as_of < fact.until_latest
RETURN toLower(type(fact)) AS relation, inverse, other.id AS other,
  CASE $lang WHEN 'es' THEN coalesce(other.name_es, other.name) ELSE coalesce(other.name, other.name_es) END AS name,
  coalesce(fact.role, fact.action, fact.group, '') AS qualifier, coalesce(fact.valid, '') AS valid,
  [fact.fact] AS chain, [startNode(fact).id] AS subjects
