// id: coverage
// title: {en: What each chapter gave, es: Lo que aportó cada capítulo}
// description:
//   en: >-
//     For each chapter of a document (the first two parts of a section's id): how many provisions of each kind are stated there on
//     the day, and in how many passages. A provision stated in two chapters counts in both. Passages outside all sections count
//     under their document.
//   es: >-
//     Para cada capítulo de un documento (las dos primeras partes del id de una sección): cuántas disposiciones de cada clase figuran
//     ahí ese día, y en cuántos pasajes. Una disposición que figura en dos capítulos cuenta en ambos. Los pasajes que no están en
//     ninguna sección cuentan en su documento.
// columns:
//   - {name: chapter, type: text, meaning: {en: id of the chapter or document, es: id del capítulo o documento}}
//   - {name: title, type: text, meaning: {en: its title, es: su título}}
//   - name: recommendations
//     type: number
//     label: {en: recommendations, es: recomendaciones}
//     meaning: {en: how many recommendations, es: cuántas recomendaciones}
//   - {name: commitments, type: number, label: {en: commitments, es: compromisos}, meaning: {en: how many commitments, es: cuántos compromisos}}
//   - {name: obligations, type: number, label: {en: obligations, es: obligaciones}, meaning: {en: how many obligations, es: cuántas obligaciones}}
//   - {name: passages, type: number, label: {en: passages, es: pasajes}, meaning: {en: in how many passages, es: en cuántos pasajes}}
// order: [chapter]
// example: coverage
// tags: [sources]
MATCH (p:Provision)-[stated:STATED_IN]->(passage:Passage)
WHERE stated.from_earliest <= $as_of AND $as_of < stated.until_latest
WITH p, passage, split(passage.section, '/') AS parts
WITH p, passage, coalesce(parts[0] + coalesce('/' + parts[1], ''), passage.document) AS chapter
WITH chapter, min(passage.document) AS document_id, count(DISTINCT passage.id) AS passages,
  count(DISTINCT CASE WHEN p:Recommendation THEN p.id END) AS recommendations,
  count(DISTINCT CASE WHEN p:Commitment THEN p.id END) AS commitments,
  count(DISTINCT CASE WHEN p:Obligation THEN p.id END) AS obligations
OPTIONAL MATCH (section:Section {id: chapter})
OPTIONAL MATCH (document:Document {id: document_id})
WITH chapter, coalesce(section, document) AS titled, recommendations, commitments, obligations, passages
RETURN chapter,
  CASE $lang WHEN 'es' THEN coalesce(titled.name_es, titled.name) ELSE coalesce(titled.name, titled.name_es) END AS title,
  recommendations, commitments, obligations, passages
