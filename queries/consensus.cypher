// id: consensus
// title: {en: What several chapters or documents say, es: Qué dicen varios capítulos o documentos}
// description:
//   en: >-
//     The provisions that on the day are stated in two or more chapters, those stated in most chapters first. A chapter is a
//     document's outermost section (an overview is one too); a document without sections, or a passage outside them, counts as
//     the document.
//   es: >-
//     Las disposiciones que ese día se enuncian en dos o más capítulos, primero las que se enuncian en más. Un capítulo es una
//     sección exterior de un documento (también un panorama general); un documento sin secciones, o un pasaje fuera de ellas,
//     cuenta como el documento.
// columns:
//   - {name: provision, type: entity, meaning: {en: id of the provision, es: id de la disposición}}
//   - {name: title, type: text, meaning: {en: its title, es: su título}}
//   - {name: strength, type: concept, meaning: {en: how strongly it is asked, es: con qué fuerza se pide}}
//   - {name: chapters, type: entities, meaning: {en: ids of the chapters or documents, es: ids de los capítulos o documentos}}
//   - {name: number, type: number, label: {en: chapters, es: capítulos}, meaning: {en: how many these are, es: cuántos son}}
//   - name: rank
//     type: number
//     label: {en: rank, es: lugar}
//     meaning: {en: one more than the provisions that are stated in more chapters, es: uno más que las disposiciones que se enuncian en más capítulos}
//   - name: chain
//     type: facts
//     meaning: {en: 'ids of facts that say where it is stated, one for each chapter', es: 'ids de hechos que dicen dónde se enuncia, uno por capítulo'}
// order: [rank, strength, provision]
// chain_from: provision
// example: consensus
// tags: [provisions, chapters]
MATCH (p:Provision)-[fact:STATED_IN]->(place)
WHERE fact.from_earliest <= $as_of AND $as_of < fact.until_latest
WITH p, fact, coalesce(place.document, place.id) AS document, split(coalesce(place.section, ''), '/') AS parts
WITH p, fact, CASE WHEN size(parts) > 1 THEN parts[0] + '/' + parts[1] ELSE document END AS chapter
WITH p, chapter, min(fact.fact) AS fact
ORDER BY chapter
WITH p, collect(chapter) AS chapters, collect(fact) AS facts
WHERE size(chapters) > 1
WITH collect({p: p, chapters: chapters, facts: facts}) AS rows
WITH rows, [row IN rows | size(row.chapters)] AS numbers
UNWIND rows AS row
WITH row.p AS p, row.chapters AS chapters, row.facts AS facts, size([n IN numbers WHERE n > size(row.chapters)]) AS before
RETURN p.id AS provision,
  CASE $lang WHEN 'es' THEN coalesce(p.name_es, p.name) ELSE coalesce(p.name, p.name_es) END AS title,
  p.strength AS strength, chapters, size(chapters) AS number, 1 + before AS rank, facts AS chain, [p.id] AS subjects
