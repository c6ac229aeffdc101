// id: weak-facts
// title: {en: Facts on weak evidence, es: Hechos con pruebas débiles}
// description:
//   en: >-
//     Facts possible on the day that rest on a single piece of evidence, which is less than 80 per cent sure or comes from a secondary
//     source. That a provision is stated in a passage is left out.
//   es: >-
//     Hechos posibles ese día que se apoyan en una sola prueba, con menos del 80 por ciento de confianza o de una fuente secundaria.
//     Se omite que una disposición figura en un pasaje.
// columns:
//   - {name: subject, type: entity, meaning: {en: id of what the fact is about, es: id de aquello de lo que trata el hecho}}
//   - {name: name, type: text, meaning: {en: its name, es: su nombre}}
//   - {name: relation, type: relation, meaning: {en: what the fact says, es: lo que dice el hecho}}
//   - {name: object, type: entity, meaning: {en: id of the other end of the fact, es: id del otro extremo del hecho}}
//   - {name: object_name, type: text, meaning: {en: its name, es: su nombre}}
//   - {name: source, type: text, meaning: {en: title of the document, es: título del documento}}
//   - name: confidence
//     type: number
//     label: {en: confidence in per cent, es: confianza en porcentaje}
//     meaning: {en: 'how sure it is, in per cent, rounded down', es: 'qué tan seguro es, en porcentaje, redondeado hacia abajo'}
//   - name: secondary
//     type: flag
//     label: {en: secondary source, es: fuente secundaria}
//     meaning: {en: the document reports what others say, es: el documento refiere lo que dicen otros}
//   - {name: chain, type: facts, meaning: {en: id of the fact, es: id del hecho}}
// order: [subject, relation, object, chain]
// chain_from: subject
// example: weak-facts
// tags: [sources]
MATCH (d:Document)
WITH collect(CASE d.kind WHEN 'secondary' THEN d.id END) AS hearsay
MATCH (s:Entity)-[r]->(o:Entity)
WHERE size(r.sources) = 1 AND r.from_earliest <= $as_of AND $as_of < r.until_latest
WITH s, r, o, r.sources[0] AS document_id, r.confidences[0] AS sure, r.sources[0] IN hearsay AS secondary
WHERE secondary OR sure < 0.8
MATCH (document:Document {id: document_id})
RETURN s.id AS subject,
  CASE $lang WHEN 'es' THEN coalesce(s.name_es, s.name) ELSE coalesce(s.name, s.name_es) END AS name,
  toLower(type(r)) AS relation, o.id AS object,
  CASE $lang WHEN 'es' THEN coalesce(o.name_es, o.name) ELSE coalesce(o.name, o.name_es) END AS object_name,
  CASE $lang WHEN 'es' THEN coalesce(document.name_es, document.name) ELSE coalesce(document.name, document.name_es) END AS source,
  toInteger(floor(sure * 100)) AS confidence, secondary,
  [r.fact] AS chain, [s.id] AS subjects
