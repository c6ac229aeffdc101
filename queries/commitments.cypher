// id: commitments
// title: {en: What it has promised, es: A qué se comprometió}
// description:
//   en: >-
//     The commitments that are addressed to a body or person on the day, whatever its role in them (a beneficiary's too), with
//     what they concern: the strongest first. A commitment that gives it two roles has two rows.
//   es: >-
//     Los compromisos que ese día se dirigen a un organismo o persona, sea cual sea su papel (también como beneficiario), con
//     aquello a lo que se refieren: primero los más fuertes. Un compromiso que le da dos papeles tiene dos filas.
// parameters:
//   - {name: target, type: entity, meaning: {en: the body or person, es: el organismo o la persona}}
// columns:
//   - {name: provision, type: entity, meaning: {en: id of the commitment, es: id del compromiso}}
//   - {name: title, type: text, meaning: {en: its title, es: su título}}
//   - {name: role, type: concept, meaning: {en: its part in it, es: su papel en él}}
//   - {name: strength, type: concept, meaning: {en: how firmly it is promised, es: con qué fuerza se promete}}
//   - name: deadline
//     type: text
//     label: {en: deadline, es: plazo}
//     meaning: {en: 'by when (EDTF), where it says so', es: 'para cuándo (EDTF), si lo dice'}
//   - name: concerns
//     type: entities
//     label: {en: concerning, es: sobre}
//     meaning: {en: ids of what it concerns, es: ids de aquello a lo que se refiere}
//   - {name: chain, type: facts, meaning: {en: id of the fact, es: id del hecho}}
// order: [strength, provision, role]
// chain_from: target
// example: commitments mx-government
// tags: [provisions, bodies]
MATCH (x:Entity {id: $target})
MATCH (p:Commitment)-[ask:ADDRESSED_TO]->(x)
WHERE ask.from_earliest <= $as_of AND $as_of < ask.until_latest
WITH p, coalesce(ask.role, '') AS role, ask
ORDER BY ask.fact
WITH p, role, collect(ask)[0] AS ask
OPTIONAL MATCH (p)-[concern:CONCERNS]->(thing:Entity)
WHERE concern.from_earliest <= $as_of AND $as_of < concern.until_latest
WITH p, role, ask, collect(DISTINCT thing.id) AS concerns
RETURN p.id AS provision,
  CASE $lang WHEN 'es' THEN coalesce(p.name_es, p.name) ELSE coalesce(p.name, p.name_es) END AS title,
  role, p.strength AS strength, coalesce(p.deadline, '') AS deadline, concerns, [ask.fact] AS chain, [p.id] AS subjects
