// id: unaddressed
// title: {en: What is asked of no one, es: Qué no se pide a nadie}
// description:
//   en: >-
//     The recommendations, commitments and obligations that are stated by the day and addressed to no body or person on it, in
//     any role: the strongest first.
//   es: >-
//     Las recomendaciones, compromisos y obligaciones ya enunciados ese día que no se dirigen entonces a ningún organismo ni
//     persona, en ningún papel: primero los más fuertes.
// columns:
//   - {name: provision, type: entity, meaning: {en: id of the provision, es: id de la disposición}}
//   - {name: title, type: text, meaning: {en: its title, es: su título}}
//   - {name: kind, type: class, meaning: {en: 'recommendation, commitment or obligation', es: 'recomendación, compromiso u obligación'}}
//   - {name: strength, type: concept, meaning: {en: how strongly it is asked, es: con qué fuerza se pide}}
//   - name: chain
//     type: facts
//     meaning: {en: id of a fact that says where it is stated, es: id de un hecho que dice dónde se enuncia}
// order: [strength, provision]
// chain_from: provision
// example: unaddressed
// tags: [provisions, gaps]
MATCH (p:Provision)
OPTIONAL MATCH (p)-[ask:ADDRESSED_TO]->(:Entity)
WHERE ask.from_earliest <= $as_of AND $as_of < ask.until_latest
WITH p, count(ask) AS asks
WHERE asks = 0
MATCH (p)-[stated:STATED_IN]->()
WHERE stated.from_earliest <= $as_of AND $as_of < stated.until_latest
WITH p, min(stated.fact) AS stated
RETURN p.id AS provision,
  CASE $lang WHEN 'es' THEN coalesce(p.name_es, p.name) ELSE coalesce(p.name, p.name_es) END AS title,
  CASE WHEN p:Obligation THEN 'Obligation' WHEN p:Commitment THEN 'Commitment' ELSE 'Recommendation' END AS kind,
  p.strength AS strength, [stated] AS chain, [p.id] AS subjects
