// id: evidence
// title: {en: Where it is said, es: Dónde se dice}
// description:
//   en: >-
//     For each fact about a thing that is possible on the day, or for one of them: where it is stated, a row for each piece of
//     evidence. That a provision is stated in a passage is left out, since every fact about it has passages of its own.
//   es: >-
//     Para cada hecho sobre una cosa que es posible ese día, o para uno de ellos: dónde se afirma, con una fila por cada prueba.
//     Se omite que una disposición figura en un pasaje, pues cada hecho sobre ella tiene sus propios pasajes.
// parameters:
//   - {name: target, type: entity, meaning: {en: the thing, es: la cosa}}
//   - {name: fact, type: fact, default: any, meaning: {en: id of the fact; any stands for all, es: id del hecho; any son todos}}
// columns:
//   - {name: relation, type: relation, meaning: {en: what the fact says, es: lo que dice el hecho}}
//   - name: inverse
//     type: flag
//     label: {en: read from the other end, es: leído desde el otro extremo}
//     meaning: {en: the thing is the object of the fact, es: la cosa es el objeto del hecho}
//   - {name: other, type: entity, meaning: {en: id of the other end of the fact, es: id del otro extremo del hecho}}
//   - {name: name, type: text, meaning: {en: its name, es: su nombre}}
//   - {name: source, type: text, meaning: {en: title of the document, es: título del documento}}
//   - {name: section, type: text, meaning: {en: 'title of the section, if any', es: 'título de la sección, si la hay'}}
//   - name: characters
//     type: text
//     label: {en: characters, es: caracteres}
//     meaning:
//       en: first character of the passage and the one after its last; empty where the document is cited as a whole
//       es: primer carácter del pasaje y el siguiente al último; vacío si se cita el documento entero
//   - {name: method, type: text, label: {en: method, es: método}, meaning: {en: how it was found, es: cómo se obtuvo}}
//   - name: confidence
//     type: number
//     label: {en: confidence in per cent, es: confianza en porcentaje}
//     meaning: {en: 'how sure it is, in per cent, rounded down', es: 'qué tan seguro es, en porcentaje, redondeado hacia abajo'}
//   - {name: chain, type: facts, meaning: {en: id of the fact, es: id del hecho}}
// order: [relation, inverse, other, chain, source, section, characters, method, confidence]
// chain_from: target
// example: evidence hled --as-of 2014-01-01
// tags: [sources]
MATCH (x:Entity {id: $target})
CALL {
  WITH x
  MATCH (x)-[r]->(other:Entity)
  RETURN r, other, false AS inverse
  UNION ALL
  WITH x
  MATCH (x)<-[r]-(other:Entity)
  WHERE other <> x
  RETURN r, other, true AS inverse
}
WITH r, other, inverse
WHERE r.from_earliest <= $as_of AND $as_of < r.until_latest AND ($fact = 'any' OR r.fact = $fact)
UNWIND range(0, size(r.sources) - 1) AS i
WITH r, other, inverse, i, r.sources[i] AS document_id, r.passages[i] AS passage_id
MATCH (document:Document {id: document_id})
OPTIONAL MATCH (passage:Passage {id: passage_id})
OPTIONAL MATCH (section:Section {id: passage.section})
RETURN DISTINCT toLower(type(r)) AS relation, inverse, other.id AS other,
  CASE $lang WHEN 'es' THEN coalesce(other.name_es, other.name) ELSE coalesce(other.name, other.name_es) END AS name,
  CASE $lang WHEN 'es' THEN coalesce(document.name_es, document.name) ELSE coalesce(document.name, document.name_es) END AS source,
  CASE $lang WHEN 'es' THEN coalesce(section.name_es, section.name, '') ELSE coalesce(section.name, section.name_es, '') END AS section,
  coalesce(toString(passage.start) + '-' + toString(passage.end), '') AS characters,
  r.methods[i] AS method, toInteger(floor(r.confidences[i] * 100)) AS confidence,
  [r.fact] AS chain, [startNode(r).id] AS subjects
