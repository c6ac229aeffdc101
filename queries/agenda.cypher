// id: agenda
// title: {en: What is asked of it, es: Qué se le pide}
// description:
//   en: >-
//     The provisions (recommendations, commitments and obligations) that are addressed to a body or person on the day, whatever
//     its role, and the role that each gives it: the strongest first. A provision that gives it two roles has two rows.
//   es: >-
//     Las disposiciones (recomendaciones, compromisos y obligaciones) que ese día se dirigen a un organismo o persona, sea cual sea
//     su papel, y el papel que cada una le da: primero las más fuertes. Una disposición que le da dos papeles tiene dos filas.
// parameters:
//   - {name: target, type: entity, meaning: {en: the body or person, es: el organismo o la persona}}
// columns:
//   - {name: provision, type: entity, meaning: {en: id of the provision, es: id de la disposición}}
//   - {name: title, type: text, meaning: {en: its title, es: su título}}
//   - {name: kind, type: class, meaning: {en: 'recommendation, commitment or obligation', es: 'recomendación, compromiso u obligación'}}
//   - {name: role, type: concept, meaning: {en: its part in it, es: su papel en ella}}
//   - {name: strength, type: concept, meaning: {en: how strongly it is asked, es: con qué fuerza se pide}}
//   - name: deadline
//     type: text
//     label: {en: deadline, es: plazo}
//     meaning: {en: 'by when (EDTF), where it says so', es: 'para cuándo (EDTF), si lo dice'}
//   - {name: chain, type: facts, meaning: {en: id of the fact, es: id del hecho}}
// order: [strength, provision, role]
// chain_from: target
// example: agenda competitiveness-committee
// tags: [provisions, bodies]
MATCH (x:Entity {id: $target})
MATCH (p:Provision)-[ask:ADDRESSED_TO]->(x)
WHERE ask.from_earliest <= $as_of AND $as_of < ask.until_latest
WITH p, coalesce(ask.role, '') AS role, ask
ORDER BY ask.fact
WITH p, role, collect(ask)[0] AS ask
RETURN p.id AS provision,
  CASE $lang WHEN 'es' THEN coalesce(p.name_es, p.name) ELSE coalesce(p.name, p.name_es) END AS title,
  CASE WHEN p:Obligation THEN 'Obligation' WHEN p:Commitment THEN 'Commitment' ELSE 'Recommendation' END AS kind,
  role, p.strength AS strength, coalesce(p.deadline, '') AS deadline, [ask.fact] AS chain, [p.id] AS subjects
